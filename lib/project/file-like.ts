import type { App, Project } from './types.js';

/** What Clerk's own matcher leaves out, and what it takes whatever it looks like. */
const FILE = /\.(?:html?|css|js(?!on)|jpe?g|webp|png|gif|svg|ttf|woff2?|ico|csv|docx?|xlsx?|zip|webmanifest)$/;
const TAKEN = /^\/(?:api|trpc)(?:\/|$)/;

/**
 * The heads of addresses below which a path may look like a file's and still lead to a page or a handler of the app: `''` for
 * `/[locale]/about`, which takes `/logo.png/about`, `/blog` for `/blog/[slug]`; `/export.csv` itself.
 */
export function fileLikeHeads(project: Project, app: App): string[] {
  const heads = new Set<string>();
  for (const path of project.sourceFiles) {
    const address = project.appOf(path) === app ? project.answersAt(path) : undefined;
    if (address === undefined || TAKEN.test(address)) continue;
    const at = address.indexOf('/[');
    if (at >= 0) heads.add(address.slice(0, at));
    else if (FILE.test(address)) heads.add(address);
  }
  return [...heads].sort();
}
