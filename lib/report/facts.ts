import type { ReportedProject } from '../ledger.js';
import { clean, majorVersion, shortVersion } from './text.js';

/** What was found out about an app, in words: `Next 15.5 (App Router)`, `next-auth 4.24 → Clerk 7`, … */
export function factsOf(project: ReportedProject): string[] {
  const facts = project.app === '.' ? [] : [clean(project.app)]; // the folder that the command was given, most often
  const routers = project.routers.map((router) =>
    router === 'app' ? 'App' : router === 'pages' ? 'Pages' : clean(router),
  );
  const router = routers.length === 0 ? '' : ` (${routers.join(' and ')} Router)`;
  if (project.next !== null) facts.push(`Next ${shortVersion(project.next)}${router}`);
  if (project.authjs === null) return facts;
  const from = /^[\d^~>=v]/.test(project.authjs) ? `next-auth ${shortVersion(project.authjs)}` : clean(project.authjs);
  facts.push(project.clerk === null ? `${from} → Clerk` : `${from} → Clerk ${majorVersion(project.clerk)}`);
  // The package's name says no more than what it adapts to: `@auth/prisma-adapter` is prisma.
  if (project.adapter !== null)
    facts.push(`adapter ${clean(project.adapter).replace(/^@(?:next-)?auth\/(.+)-adapter$/, '$1')}`);
  const languages: Record<string, string> = { ts: 'TypeScript', js: 'JavaScript' };
  facts.push(languages[project.language] ?? clean(project.language));
  return facts;
}
