import type { Report, ReportedRoute } from '../ledger.js';
import { columnWidth, type PrettyOptions } from './layout.js';
import { clean, count } from './text.js';

/** In a terminal no more routes than this are named: those that ask most come first, and the JSON has all. */
const MOST_ROUTES = 8;

/** Which routes ask Clerk's API, at most for each request, next to what Auth.js asked the database there. */
export function routeSection({ routes }: Report, { colors, columns }: PrettyOptions): string[] {
  const asking = routes.filter(({ calls }) => calls > 0).toSorted((a, b) => b.calls - a.calls);
  if (asking.length === 0) return [];
  const shown = columns === undefined || asking.length <= MOST_ROUTES + 1 ? asking : asking.slice(0, MOST_ROUTES);
  const width = columnWidth(shown.map(({ path }) => clean(path)));
  const quiet = routes.length - asking.length;
  const rest = asking.length - shown.length;
  return [
    `${colors.bold('Calls to Clerk’s API')} ${colors.dim(`· ${count(asking.length, 'route')}, at most for each request`)}`,
    ...shown.map((route) => `  ${clean(route.path).padEnd(width)}  ${colors.dim(wordsOf(route))}`),
    ...(rest > 0 ? [colors.dim(`  and ${rest} more`)] : []),
    ...(quiet > 0
      ? [
          colors.dim(
            `  ${count(quiet, 'route')} asked the database for sessions and ${quiet === 1 ? 'asks' : 'ask'} nothing now`,
          ),
        ]
      : []),
  ];
}

function wordsOf({ calls, callsWithClaims, queriesBefore }: ReportedRoute): string {
  const claims = callsWithClaims < calls ? `, ${callsWithClaims} with the claims configured` : '';
  const before =
    queriesBefore === null
      ? ''
      : ` · before: ${queriesBefore === 0 ? 'none' : queriesBefore === 1 ? '1 query' : `${queriesBefore} queries`}`;
  return `${calls}${claims}${before}`;
}
