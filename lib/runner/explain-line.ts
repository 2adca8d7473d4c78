import { resolve } from 'node:path';
import { Lines } from '../ast/lines.js';
import type { Span } from '../ast/tree.js';
import { NO_MAPPINGS, type FieldMappings } from '../clerk/field-mappings.js';
import { seenBy, type SeenSession } from '../flow/seen.js';
import type { ReportedFile, ReportedSite } from '../ledger.js';
import { BadInput, readProject, type Project } from '../project/index.js';
import { Excerpts } from '../report/excerpts.js';
import type { Explanation, SeenFlow, SeenPlace } from '../report/explanation.js';
import type { ScannedFile } from '../scan/sites.js';
import { STANDALONE } from '../source/context.js';
import { SourceFile, type Use } from '../source/source-file.js';
import { TRANSFORMS } from '../../transforms/index.js';
import type { RunOptions } from './options.js';
import { displayPath } from './paths.js';
import { planRun, scanApp } from './plan.js';
import { AUTO, givenIn, type Preferences } from './preferences.js';
import { selected } from './selected.js';
import { textsOf } from './texts.js';

/** What a config file may say of the run that a line is told of. */
export type ExplainSettings = Partial<
  Preferences & Pick<RunOptions, 'ignore' | 'transforms' | 'bridge' | 'todo' | 'wrappers' | 'fields'>
>;

/** A session that was followed, by the span of the site that it comes from. */
interface Followed extends SeenSession {
  readonly site: Span;
}

/**
 * Says what is seen and done at a line: a dry run over the app, of which one line is told.
 * @param given the file, absolute or relative to `cwd`
 * @param settings how that run is made; the command's unless given
 * @throws {BadInput} where there is no such file or app, or nothing of Auth.js on the line
 */
export async function explainLine(
  given: string,
  line: number,
  settings: ExplainSettings & { readonly cwd: string },
): Promise<Explanation[]> {
  const { cwd, ignore = [], bridge = true, todo = true, wrappers, fields } = settings;
  const transforms = selected(settings.transforms ?? []);
  const path = resolve(cwd, given);
  const around = await readProject(given, { cwd, ignore });
  // What becomes of one file depends on the others: the whole app is planned, as a run over it would.
  const project = around.target === around.root ? around : await readProject(around.root, { cwd, ignore });
  const plan = planRun(
    project,
    {
      transforms,
      isPartial: transforms.length < TRANSFORMS.length,
      todo,
      bridge,
      fields,
      preferences: { ...AUTO, ...givenIn(settings) },
    },
    performance.now(),
    scanApp(project, undefined, wrappers),
  );
  const name = displayPath(project, path);
  const file = plan.report.files.find((each) => each.path === name);
  if (file?.error !== undefined) throw new BadInput(`${name} could not be processed: ${file.error}`);
  if (!file || file.sites.length === 0) throw new BadInput(`nothing of Auth.js is in ${name}`);
  const scanned = plan.found.files.get(path);
  const followed = scanned ? sessionsIn(scanned, project, fields) : [];
  const texts = textsOf(plan.files, cwd)(name);
  const text = withoutMark(scanned?.text ?? '');
  const lines = new Lines(text);
  return sitesAt(line, file, followed, text, lines).map((site) => {
    const session = followed.find((each) => isAt(site, each, lines));
    return {
      path: name,
      site,
      transforms: actingBy(site, file, session?.side),
      excerpt: texts && new Excerpts(texts).of(site),
      flow: session && flowOf(session, text, lines),
    };
  });
}

/** The sessions of a file, followed anew in its text as read. */
function sessionsIn(scanned: ScannedFile, project: Project, fields: FieldMappings = NO_MAPPINGS): Followed[] {
  if (scanned.parseError !== undefined) return [];
  const file = new SourceFile(scanned, {
    ...STANDALONE,
    fields,
    routeKind: project.routeKindOf(scanned.path),
    runsInMiddleware: false,
  });
  return file.entries.flatMap((entry) => {
    const seen = entry.site.kind === 'use' ? seenBy(entry as Use, file) : undefined;
    return seen ? [{ ...seen, site: entry.site }] : [];
  });
}

/**
 * The sites that a line is about: those on it, that of the session which is used there, or those below the comment that the
 * line is. @throws {BadInput} where it is about none
 */
function sitesAt(
  line: number,
  file: ReportedFile,
  followed: readonly Followed[],
  text: string,
  lines: Lines,
): ReportedSite[] {
  const on = file.sites.filter((site) => site.line <= line && line <= site.endLine);
  // What stands in one statement and ends alike is told once, by what it is about.
  const main = on.filter((site) => !/^(?:stays|went) with the call$/.test(site.message));
  if (main.length > 0) return main;
  if (on.length > 0) return on;
  const sources = followed.filter(({ uses }) =>
    uses.some(({ span }) => lines.at(span.start).line <= line && line <= lines.at(span.end).line),
  );
  const used = file.sites.filter((site) => sources.some((source) => isAt(site, source, lines)));
  if (used.length > 0) return used;
  const isComment = /TODO\(authjs-clerk\)/.test(text.split('\n')[line - 1] ?? '');
  const below = isComment ? Math.min(...file.sites.map((site) => site.line).filter((each) => each > line)) : Infinity;
  const next = file.sites.filter((site) => site.line === below);
  if (next.length > 0) return next;
  const known = [...new Set(file.sites.map((site) => site.line))].toSorted((a, b) => a - b);
  throw new BadInput(`nothing of Auth.js is on line ${line} of ${file.path}; it is on ${known.join(', ')}`);
}

/** The transforms that name the site's rule; of several, the one of the session's side, or those that changed the file. */
function actingBy({ rule }: ReportedSite, file: ReportedFile, side: Followed['side'] | undefined): string[] {
  const names = TRANSFORMS.filter(({ rules }) => rules.includes(rule)).map(({ name }) => name);
  const own = names.filter((name) => name === (side === 'client' ? 'use-session' : 'server-session'));
  if (side !== undefined && own.length > 0) return own;
  const acted = names.filter((name) => file.transforms.includes(name));
  return acted.length > 0 ? acted : names;
}

function isAt(site: ReportedSite, { site: { start } }: Followed, lines: Lines): boolean {
  const { line, column } = lines.at(start);
  return line === site.line && column === site.column;
}

function flowOf(session: Followed, text: string, lines: Lines): SeenFlow {
  const placed = (span: Span, says: string, blocks: boolean): SeenPlace => ({
    ...lines.at(span.start),
    text: short(text.slice(span.start, span.end)),
    says,
    blocks,
  });
  const { source, holders, uses, refusal } = session;
  const held =
    holders.length > 0 ? `yields a session, held by ${holders.join(', ')}` : 'yields a session, used in place';
  return {
    source: placed(source, refusal ?? held, refusal !== undefined),
    uses: uses.map(({ span, says, blocks }) => placed(span, says, blocks)),
  };
}

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/** The first line of a piece of code, not too long to stand in a column. */
function short(code: string): string {
  const flat = code.replaceAll(/\s+/g, ' ');
  return flat.length > 40 ? `${flat.slice(0, 39)}…` : flat;
}
