import {
  OUTCOMES,
  countOutcomes,
  type Outcome,
  type Report,
  type ReportedFile,
  type ReportedSite,
} from '../../ledger.js';
import { ruleOf, severityOf } from '../../source/rules.js';
import { Excerpts, type FileTexts } from '../excerpts.js';
import { factsOf } from '../facts.js';
import { count } from '../text.js';
import { figure, pair } from './code.js';
import { html, type Markup } from './markup.js';
import { page } from './page.js';
import { routeSection, ruleLink, ruleSection, severity, thenSection } from './sections.js';

interface HtmlOptions {
  readonly dryRun: boolean;
  /** The texts of a file, by its path in the report; without them the page has no code. */
  readonly texts?: (path: string) => FileTexts | undefined;
}

/** What an outcome is called on the page. */
const WORDS: Readonly<Record<Outcome, string>> = {
  rewritten: 'rewritten',
  removed: 'removed',
  bridged: 'bridged',
  manual: 'left to you',
};

/** A new file that is longer is cut. */
const MOST_LINES = 400;

/** The report as one page: nothing beside it is needed, nothing is loaded, and without scripts all of it is there. */
export function renderHtml(report: Report, { dryRun, texts }: HtmlOptions): string {
  const rules = [
    ...new Set([
      ...report.files.flatMap(({ sites }) => sites.map(({ rule }) => rule)),
      ...report.followUps.map(({ rule }) => rule),
    ]),
  ].toSorted();
  const isHere = (rule: string) => rules.includes(rule) && ruleOf(rule) !== undefined;
  const files = report.files
    .map((file) => ({ file, left: countOutcomes([file]).manual + (file.error === undefined ? 0 : 1) }))
    .toSorted((a, b) => Number(b.left > 0) - Number(a.left > 0))
    .map(({ file }) => file);
  return page(
    'From Auth.js to Clerk',
    html`<a class="skip" href="#sites">To the sites</a>
      ${head(report, dryRun)}
      <main>
        <h2 id="sites">Sites</h2>
        ${filter(report, rules)} ${files.map((file) => section(file, texts?.(file.path), isHere))}
        ${thenSection(report, isHere)} ${routeSection(report)} ${ruleSection(rules, isHere)}
        <footer>Made by ${report.tool.name} ${report.tool.version}. The page needs no network.</footer>
      </main>`,
  );
}

function head({ summary, projects }: Report, dryRun: boolean): Markup {
  const counts: Record<Outcome, number> = {
    rewritten: summary.sitesRewritten,
    removed: summary.sitesRemoved,
    bridged: summary.sitesBridged,
    manual: summary.sitesManual,
  };
  let at = 0;
  const bars = OUTCOMES.map((outcome) => {
    const bar = html`<rect class="${outcome}" x="${at}" width="${counts[outcome]}" height="1" />`;
    at += counts[outcome];
    return bar;
  });
  const [changed, created, deleted] = dryRun
    ? ['to change', 'to create', 'to delete']
    : ['changed', 'created', 'deleted'];
  return html`<header>
    <div class="top">
      <h1>From Auth.js to Clerk</h1>
      <label class="theme needs-js"
        >Colours
        <select id="theme">
          <option value="system">as the system’s</option>
          <option value="light">light</option>
          <option value="dark">dark</option>
        </select></label
      >
    </div>
    ${projects.map((project) => html`<p class="facts">${factsOf(project).join(' · ')}</p>`)}
    <div class="numbers card">
      <dl>
        <div>
          <dt>${summary.sitesFound === 1 ? 'site' : 'sites'} of Auth.js found</dt>
          <dd>${summary.sitesFound}</dd>
        </div>
        ${OUTCOMES.map(
          (outcome) =>
            html`<div>
              <dt>${WORDS[outcome]}</dt>
              <dd class="${outcome}">${counts[outcome]}</dd>
            </div>`,
        )}
        ${
          summary.errors > 0 &&
          html`<div>
            <dt>${summary.errors === 1 ? 'file' : 'files'} with errors</dt>
            <dd class="error">${summary.errors}</dd>
          </div>`
        }
      </dl>
      <svg class="bar" viewBox="0 0 ${Math.max(1, summary.sitesFound)} 1" preserveAspectRatio="none" aria-hidden="true">
        ${bars}
      </svg>
      <p class="soft">
        ${count(summary.filesScanned, 'file')} read · ${summary.filesChanged} ${changed!}, ${summary.filesCreated}
        ${created!}, ${summary.filesDeleted} ${deleted!} · ${(summary.durationMs / 1000).toFixed(1)}
        s${dryRun && ' · dry run, nothing was written'}
      </p>
    </div>
  </header>`;
}

function filter(report: Report, rules: readonly string[]): Markup {
  const sites = report.files.flatMap((file) => file.sites);
  const byRule = tally(sites.map(({ rule }) => rule));
  const counts = countOutcomes(report.files);
  return html`<form id="filter" class="filter card needs-js" role="search" aria-label="Sites">
    <div class="field">
      <label for="text">Search (press /)</label
      ><input type="search" id="text" name="text" autocomplete="off" spellcheck="false" />
    </div>
    <div class="field">
      <label for="rule">Rule</label
      ><select id="rule" name="rule">
        <option value="">all</option>
        ${rules
          .filter((rule) => byRule.has(rule))
          .map((rule) => html`<option value="${rule}">${rule} (${byRule.get(rule)!})</option>`)}
      </select>
    </div>
    <div class="field">
      <label for="file">File</label
      ><select id="file" name="file">
        <option value="">all</option>
        ${report.files.map(({ path, sites: own }) => html`<option value="${path}">${path} (${own.length})</option>`)}
      </select>
    </div>
    <fieldset>
      <legend>Outcome</legend>
      ${OUTCOMES.map(
        (outcome) =>
          html`<label
            ><input type="checkbox" name="outcome" value="${outcome}" checked /> ${WORDS[outcome]}
            (${counts[outcome]})</label
          >`,
      )}
    </fieldset>
    <div class="status">
      <output id="found" for="text rule file"></output><button type="button" id="toggle">Open all</button
      ><button type="reset">Show all</button>
    </div>
  </form>`;
}

function section(file: ReportedFile, texts: FileTexts | undefined, isHere: (rule: string) => boolean): Markup {
  const excerpts = texts && new Excerpts(texts);
  const id = `file-${encodeURIComponent(file.path)}`;
  const isNew = file.status === 'created' && excerpts !== undefined;
  return html`<section class="file card" data-file="${file.path}" aria-labelledby="${id}">
    <header>
      <h3 id="${id}">${file.path}</h3>
      <p class="${file.status === 'error' ? 'error' : 'soft'}">
        ${file.status}${file.sites.length > 0 && `, ${count(file.sites.length, 'site')}`}
      </p>
    </header>
    ${file.error !== undefined && html`<p class="detail error">${file.error}</p>`}
    <ul class="sites">
      ${file.sites.map((site) => item(site, excerpts, isHere))}${
        isNew &&
        html`<li>
          <details>
            <summary><span class="what">new</span><span class="message">The whole file</span></summary>
            <div class="detail">${figure('After', excerpts.whole().slice(0, MOST_LINES), 'span')}</div>
          </details>
        </li>`
      }
    </ul>
  </section> `;
}

function item(site: ReportedSite, excerpts: Excerpts | undefined, isHere: (rule: string) => boolean): Markup {
  return html`<li data-rule="${site.rule}" data-outcome="${site.outcome}">
    <details>
      <summary>
        <span class="what ${site.outcome}">${WORDS[site.outcome]}</span>
        <span class="place">${site.line}:${site.column}</span> <code>${site.symbol}</code>
        <span class="message">${site.message}</span>
      </summary>
      <div class="detail">
        ${excerpts && pair(excerpts.of(site), site)}
        <p class="soft">
          Rule
          ${ruleLink(site.rule, isHere)}${site.outcome === 'manual' && html` ${severity(severityOf(site.rule))}`}${site.outputLine !== undefined && `, line ${site.outputLine} as written`}
        </p>
      </div>
    </details>
  </li> `;
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
