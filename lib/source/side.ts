import { child, childList, type Node } from '../ast/tree.js';
import type { RouteKind, Side } from '../project/types.js';

/** Routes whose files run on the server unless a directive says otherwise; those of the Pages Router run on both sides. */
const SERVER: ReadonlySet<RouteKind> = new Set(['app-page', 'app-layout', 'app-route', 'pages-api', 'middleware']);

/** Where a file's code runs: by its directive first, else by the kind of its route. */
export function sideOf(program: Node, routeKind: RouteKind): Side {
  const directives = childList(program, 'directives').map((each) => child(each, 'value')?.['value']);
  if (directives.includes('use client')) return 'client';
  return directives.includes('use server') || SERVER.has(routeKind) ? 'server' : 'shared';
}
