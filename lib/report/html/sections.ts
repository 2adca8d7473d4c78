import type { Report } from '../../ledger.js';
import { exampleHeadings } from '../../source/rules/rule.js';
import { LINKS, ruleOf, type Rule, type Severity } from '../../source/rules.js';
import { figure } from './code.js';
import { html, prose, type Markup } from './markup.js';

type IsHere = (rule: string) => boolean;

/** What a person has to do that no single site stands for. */
export function thenSection({ followUps }: Report, isHere: IsHere): Markup {
  if (followUps.length === 0) return html``;
  return html`<section aria-labelledby="then">
    <h2 id="then">Then</h2>
    <ol class="then card">
      ${followUps.map(
        ({ rule, title, detail }) =>
          html`<li>
            <strong>${title}</strong> ${ruleLink(rule, isHere)}${detail.trim() !== '' && html`<p>${detail}</p>`}
          </li>`,
      )}
    </ol>
  </section> `;
}

/** Which routes ask Clerk's API now, and what Auth.js asked there. */
export function routeSection({ routes }: Report): Markup {
  const asking = routes.filter(({ calls }) => calls > 0).toSorted((a, b) => b.calls - a.calls);
  if (asking.length === 0) return html``;
  return html`<section aria-labelledby="calls">
    <h2 id="calls">Calls to Clerk’s API</h2>
    <div class="card">
      <table>
        <thead>
          <tr>
            <th scope="col">Route</th>
            <th scope="col">At most, for each request</th>
            <th scope="col">With the claims configured</th>
            <th scope="col">Auth.js’s queries before</th>
          </tr>
        </thead>
        <tbody>
          ${asking.map(
            ({ path, calls, callsWithClaims, queriesBefore }) =>
              html`<tr>
                <th scope="row"><code>${path}</code></th>
                <td>${calls}</td>
                <td>${callsWithClaims}</td>
                <td>${queriesBefore ?? 'not known'}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section> `;
}

/** What each rule of the report means, so that the page needs no other. */
export function ruleSection(ids: readonly string[], isHere: IsHere): Markup {
  const rules = ids.flatMap((id) => ruleOf(id) ?? []);
  if (rules.length === 0) return html``;
  return html`<section aria-labelledby="rules">
    <h2 id="rules">Rules</h2>
    <div class="rules card">
      ${rules.map(
        (rule) =>
          html`<article id="rule-${rule.id}">
            <h3>${rule.title}</h3>
            <p class="soft"><code>${rule.id}</code> ${severity(rule.severity)}</p>
            ${prose(rule.meaning, isHere)}${part('What is rewritten', rule.rewritten, isHere)}${part('Why it is left to you', rule.left, isHere)}${part('What to do', rule.todo, isHere)}${example(rule)}
            <ul class="links">
              ${rule.links.map((key) => html`<li><a href="${LINKS[key][1]}">${LINKS[key][0]}</a></li> `)}
            </ul>
          </article> `,
      )}
    </div>
  </section> `;
}

/** How much hangs on what is left. */
export const severity = (name: Severity): Markup => html`<span class="severity ${name}">${name}</span>`;

const part = (heading: string, text: string | undefined, isHere: IsHere): Markup =>
  text === undefined
    ? html``
    : html`<h4>${heading}</h4>
        ${prose(text, isHere)}`;

function example(rule: Rule): Markup {
  const { before, after } = rule;
  if (before === undefined && after === undefined) return html``;
  const headings = exampleHeadings(rule);
  return html`<details>
    <summary>Example</summary>
    <div class="pair">
      ${before !== undefined && code(headings.before, before)}${after !== undefined && code(headings.after, after)}
    </div>
  </details>`;
}

const code = (caption: string, text: string): Markup =>
  figure(
    caption,
    text.split('\n').map((line, index) => ({ number: index + 1, text: line, isChanged: false })),
    'span',
  );

/** A rule's id, leading to its place on the page where it has one. */
export const ruleLink = (rule: string, isHere: IsHere): Markup =>
  isHere(rule) ? html`<a href="#rule-${rule}"><code>${rule}</code></a>` : html`<code>${rule}</code>`;
