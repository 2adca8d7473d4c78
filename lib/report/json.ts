import type { Report, ReportedFile, ReportedProject, ReportedRoute, ReportedSite } from '../ledger.js';

/** The report as docs/report.md describes it: two spaces, a final newline, keys always in the same order. */
export function renderJson(report: Report): string {
  // Each object is built anew: the order of keys is the schema's, however the report came about (a replayed journal, a test).
  const { tool, summary } = report;
  const ordered: Report = {
    schemaVersion: report.schemaVersion,
    tool: { name: tool.name, version: tool.version },
    root: report.root,
    project: report.project === null ? null : projectOf(report.project),
    projects: report.projects.map(projectOf),
    summary: {
      filesScanned: summary.filesScanned,
      filesChanged: summary.filesChanged,
      filesCreated: summary.filesCreated,
      filesDeleted: summary.filesDeleted,
      sitesFound: summary.sitesFound,
      sitesRewritten: summary.sitesRewritten,
      sitesRemoved: summary.sitesRemoved,
      sitesBridged: summary.sitesBridged,
      sitesManual: summary.sitesManual,
      errors: summary.errors,
      durationMs: summary.durationMs,
    },
    files: report.files.map(fileOf),
    routes: report.routes.map(routeOf),
    followUps: report.followUps.map(({ rule, title, detail }) => ({ rule, title, detail })),
  };
  return `${JSON.stringify(ordered, undefined, 2)}\n`;
}

function projectOf(project: ReportedProject): ReportedProject {
  return {
    app: project.app,
    authjs: project.authjs,
    authjsStyle: project.authjsStyle,
    clerk: project.clerk,
    next: project.next,
    routers: [...project.routers],
    language: project.language,
    adapter: project.adapter,
    userIds: project.userIds,
  };
}

function routeOf(route: ReportedRoute): ReportedRoute {
  return {
    path: route.path,
    kind: route.kind,
    calls: route.calls,
    callsWithClaims: route.callsWithClaims,
    queriesBefore: route.queriesBefore,
    places: route.places.map(({ path, line, call }) => ({ path, line, call })),
  };
}

function fileOf(file: ReportedFile): ReportedFile {
  return {
    path: file.path,
    status: file.status,
    transforms: [...file.transforms],
    ...(file.error === undefined ? {} : { error: file.error }),
    sites: file.sites.map(siteOf),
  };
}

function siteOf(site: ReportedSite): ReportedSite {
  return {
    rule: site.rule,
    outcome: site.outcome,
    symbol: site.symbol,
    line: site.line,
    column: site.column,
    endLine: site.endLine,
    endColumn: site.endColumn,
    ...(site.outputLine === undefined ? {} : { outputLine: site.outputLine }),
    ...(site.outputEndLine === undefined ? {} : { outputEndLine: site.outputEndLine }),
    message: site.message,
    help: site.help,
  };
}
