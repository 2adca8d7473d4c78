import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createColors } from 'picocolors';
import type { FollowUp, Report, ReportedFile, ReportedSite } from '../ledger.js';
import { readProject } from '../project/index.js';
import { renderCheck } from '../report/check.js';
import { helpFor } from '../source/rules.js';
import { editManifest } from '../steps/manifests.js';
import { variableSites } from '../steps/variables.js';
import type { Output } from './options.js';
import { displayPath } from './paths.js';
import { buildReport } from './report.js';
import { scanProject } from './scan-project.js';
import { leftAsTheyWere } from './left.js';

export interface CheckOptions {
  readonly cwd: string;
  readonly path: string;
  readonly format: string;
  readonly ignore: readonly string[];
}

/**
 * Says whether anything of Auth.js is left, for CI. Parses with oxc alone.
 * @returns the exit code: 0 nothing is left, 1 something is
 * @throws {BadInput}
 */
export async function check({ cwd, path, format, ignore }: CheckOptions, output: Output): Promise<number> {
  const started = performance.now();
  // Only what is printed for a person needs no renderer of its own, so that the others load where they are asked for.
  const others = format === 'pretty' ? undefined : await rendererOf(format);
  const project = await readProject(path, { cwd, ignore: [...ignore] });
  const unreadable = new Map<string, string>();
  let found = scanProject(project, unreadable);
  if ([...found.files.values()].some(({ parseError }) => parseError !== undefined)) {
    const { programOf } = await import('../ast/parse.js');
    found = scanProject(project, unreadable, programOf);
  }
  const files: ReportedFile[] = [];
  const read = new Map<string, string>();
  for (const scanned of found.files.values()) {
    if (!project.isTargeted(scanned.path)) continue;
    const name = displayPath(project, scanned.path);
    for (const site of scanned.sites) if (site.kind === 'variable') read.set(site.symbol, name);
    const sites = leftAsTheyWere(
      { ...scanned, sites: scanned.sites.filter(({ kind }) => kind !== 'variable') },
      'leftover',
      'of Auth.js',
    );
    if (scanned.parseError !== undefined)
      files.push({
        path: name,
        status: 'error',
        transforms: [],
        error: `it does not parse: ${scanned.parseError}`,
        sites,
      });
    else if (sites.length > 0) files.push({ path: name, status: 'unchanged', transforms: [], sites });
  }
  for (const [file, error] of unreadable)
    files.push({ path: displayPath(project, file), status: 'error', transforms: [], error, sites: [] });
  const followUps: FollowUp[] = [];
  for (const file of project.configFiles) {
    if (!project.isTargeted(file)) continue;
    const name = displayPath(project, file);
    const sites = configLeftovers(file).filter((site) => {
      const reader = read.get(site.symbol);
      if (reader !== undefined)
        followUps.push({
          rule: 'env-variable',
          title: `${site.symbol} stays in ${name}`,
          detail: `${reader} reads it.`,
        });
      return reader === undefined;
    });
    if (sites.length > 0) files.push({ path: name, status: 'unchanged', transforms: [], sites });
  }
  const sitesFound = files.reduce((count, { sites }) => count + sites.length, 0);
  const report = buildReport({
    project,
    files: [],
    reported: files,
    followUps,
    filesScanned: found.count,
    sitesFound,
    started,
  });
  output.out(others?.(report) ?? renderCheck(report, createColors(output.colors)));
  return sitesFound > 0 || report.summary.errors > 0 ? 1 : 0;
}

/** @throws {BadInput} for a format that there is not */
async function rendererOf(format: string): Promise<(report: Report) => string> {
  const [{ formatNamed }, { render }] = await Promise.all([import('./options.js'), import('../report/index.js')]);
  const name = formatNamed(format);
  return (report) => render(report, name, { colors: createColors(false), dryRun: true });
}

/** Dependencies and variables that are left in a manifest, env or deployment file. */
function configLeftovers(file: string): ReportedSite[] {
  const text = readFileSync(file, 'utf8');
  const sites =
    basename(file) === 'package.json'
      ? editManifest(text, { isUsed: () => true, clerk: undefined, frozen: undefined }).sites
      : variableSites(file, text);
  return sites.map((site) => ({ ...site, rule: 'leftover', message: 'of Auth.js', help: helpFor('leftover') }));
}
