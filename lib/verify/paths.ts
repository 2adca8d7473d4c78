import { WEBHOOK_ADDRESSES } from '../clerk/generated/webhook-route.js';
import { BadInput, type Project } from '../project/index.js';

/** One request that is compared. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly as: 'document' | 'script';
}

const SAFE = ['GET', 'HEAD'];
/** What a migration adds or takes, and what Next answers itself. */
const NOT_ASKED = /^\/(?:api\/auth\/|api\/clerk-session$|_|404$|500$)/;
const isAsked = (path: string): boolean =>
  !NOT_ASKED.test(path) && !WEBHOOK_ADDRESSES.some((address) => address === path);

/**
 * `/dash`, `POST /api/notes`
 * @throws {BadInput} for what is no path, and for a method that may change something unless that was allowed
 */
export function givenPath(text: string, allowWrites: boolean): Asked {
  const [, method = 'GET', path] = /^(?:([A-Za-z]+)\s+)?(\/\S*)$/.exec(text.trim()) ?? [];
  if (path === undefined) throw new BadInput(`“${text}” is no path: write it as /dashboard, or POST /api/notes`);
  const name = method.toUpperCase();
  if (!SAFE.includes(name) && !allowWrites)
    throw new BadInput(`${name} ${path} may change something, on both sides: --allow-writes lets it be asked`);
  return { method: name, path, as: path.startsWith('/api/') ? 'script' : 'document' };
}

export interface OwnRoutes {
  readonly asked: readonly Asked[];
  /** Routes with a parameter, of which nobody said a value. */
  readonly open: readonly string[];
}

/** The addresses of an app's pages and route handlers, as the project reader sees them. */
export function ownRoutes(project: Project): OwnRoutes {
  const asked = new Map<string, Asked>();
  const open = new Set<string>();
  for (const file of project.sourceFiles) {
    const kind = project.routeKindOf(file);
    const path = project.answersAt(file);
    if (path === undefined || !isAsked(path)) continue;
    if (path.includes('[')) open.add(path);
    else
      asked.set(path, {
        method: 'GET',
        path,
        as: kind === 'app-route' || kind === 'pages-api' ? 'script' : 'document',
      });
  }
  return { asked: [...asked.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)), open: [...open].toSorted() };
}
