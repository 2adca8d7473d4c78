import { createColors } from 'picocolors';
import { BadInput, readProject } from '../project/index.js';
import { classify, type Answer } from './answer.js';
import { ask } from './ask.js';
import { compare } from './compare.js';
import { formatNamed, visitorsOf, type VerifyOptions, type Visitor } from './options.js';
import { givenPath, ownRoutes, type Asked, type OwnRoutes } from './paths.js';
import { renderJson, renderMarkdown, renderPretty, type Found, type Verification } from './render.js';
import { reach } from './target.js';

interface Output {
  out(text: string): void;
  readonly colors: boolean;
}

/**
 * Asks an app before and after the same, and prints what differs by what it means for who asked.
 * @returns the exit code: 0 nothing differs, 1 something does
 * @throws {BadInput} where a side can't be asked
 */
export async function verify(options: VerifyOptions, { out, colors }: Output): Promise<number> {
  const format = formatNamed(options.format);
  const { before, after, cwd } = options;
  if (before === undefined || after === undefined)
    throw new BadInput('give both sides: --before and --after, each an address or the command that starts the app');
  const visitors = visitorsOf(options);
  const routes = await routesOf(options);
  const first = await reach(before, 'before', cwd);
  try {
    const second = await reach(after, 'after', cwd);
    try {
      const differences = await differencesOf(routes.asked, visitors, first.base, second.base, options);
      const verification: Verification = {
        before: first.base.href,
        after: second.base.href,
        compared: routes.asked.length * visitors.length,
        differences,
        open: routes.open,
      };
      if (format === 'json') out(renderJson(verification));
      else if (format === 'markdown') out(renderMarkdown(verification));
      else out(renderPretty(verification, createColors(colors)));
      return differences.length > 0 ? 1 : 0;
    } finally {
      await second.stop();
    }
  } finally {
    await first.stop();
  }
}

/** @throws {BadInput} where there is nothing to ask */
async function routesOf({ paths, allowWrites, app, cwd }: VerifyOptions): Promise<OwnRoutes> {
  if (paths.length > 0) return { asked: paths.map((path) => givenPath(path, allowWrites)), open: [] };
  const routes = ownRoutes(await readProject(app, { cwd }));
  if (routes.asked.length === 0) throw new BadInput(`no route of ${app} can be asked as it is: name some by --path`);
  return routes;
}

async function differencesOf(
  asked: readonly Asked[],
  visitors: readonly Visitor[],
  before: URL,
  after: URL,
  { signIn, facts }: VerifyOptions,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const visitor of visitors) {
    for (const request of asked) {
      const difference = compare(
        await answerOf(before, request, visitor.before, signIn),
        await answerOf(after, request, visitor.after, signIn),
        facts,
      );
      if (difference) found.push({ person: visitor.name, ...request, ...difference });
    }
  }
  return found;
}

async function answerOf(
  base: URL,
  request: Asked,
  headers: Readonly<Record<string, string>>,
  signIn: readonly string[],
): Promise<Answer> {
  try {
    return classify(await ask(base, { ...request, headers }), base, signIn);
  } catch (error) {
    const cause =
      error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : String(error);
    throw new BadInput(`${request.method} ${request.path} got no answer from ${base.origin}: ${cause}`);
  }
}
