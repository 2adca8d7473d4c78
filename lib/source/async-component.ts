import { isElement } from '../ast/jsx.js';
import { languageOf } from '../ast/language.js';
import { startOfLine } from '../ast/lines.js';
import { indentAt } from '../ast/style.js';
import type { Node } from '../ast/tree.js';
import type { SourceFile } from './source-file.js';

/** Read by TypeScript, which says so once it is new enough and the comment has to go. */
const COMMENT =
  '@ts-expect-error Clerk’s provider is an async component: TypeScript 5.1 with @types/react 18.2.8 knows them';

/** Whether TypeScript takes Clerk's provider for an error where the file shows it. */
function isRefused(file: SourceFile): boolean {
  if (languageOf(file.path) === 'js' || file.context.typescript.asyncComponents) return false;
  file.context.note({
    rule: 'dependency',
    title: 'Raise TypeScript to 5.1 and @types/react to 18.2.8',
    detail: `What the app has knows no async components, and Clerk’s types declare ClerkProvider as one: @ts-expect-error stands above it in ${file.context.displayPath}. With both raised TypeScript asks for the comment to go.`,
  });
  return true;
}

/** The comment as a child of JSX, for a line of its own above Clerk's provider; undefined where none is needed. */
export const expectedChild = (file: SourceFile): string | undefined =>
  isRefused(file) ? `{/* ${COMMENT} */}` : undefined;

/** Puts the comment above the line in which Clerk's provider opens, where the app's TypeScript needs it. */
export function expectError(element: Node, file: SourceFile): void {
  const { text, bindings, edits } = file;
  if (!isRefused(file)) return;
  const start = startOfLine(text, element.start);
  const around = [...bindings.ancestors(element)].find((each) => each.start < start);
  const isChild = around !== undefined && isElement(around);
  edits.insert(start, `${indentAt(text, element.start)}${isChild ? `{/* ${COMMENT} */}` : `// ${COMMENT}`}\n`);
}
