import { quoted } from '../lib/ast/style.js';
import { child, contains, type Span } from '../lib/ast/tree.js';
import { isSessionType } from '../lib/authjs/session-calls.js';
import { isHelperType, type Helper } from '../lib/clerk/helpers.js';
import { authModule } from '../lib/source/auth-module.js';
import { keptCallbacks } from '../lib/source/kept-callbacks.js';
import type { SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

/** `import type { Session } from "next-auth"` → `import type { Session } from "@/lib/clerk-session"`: the same type, without Auth.js. */
export const transform: Transform = {
  name: 'session-types',
  description: 'the types Session and User come from the generated module',
  rules: ['session-types'],
  apply(file: SourceFile): void {
    const { owned } = authModule(file);
    const kept = keptCallbacks(file);
    const stays = kept ? [...kept.properties, ...kept.needed] : [];
    const isMoved = (span: Span) => stays.some((each) => contains(each, span));
    const isSetUp = (span: Span) => owned.some((statement) => contains(statement, span)) && !isMoved(span);
    for (const use of file.uses(isSessionType)) {
      const helper = use.site.origin.name as Helper;
      const module = isHelperType(helper) && !isSetUp(use.site) ? file.context.helperModule(helper) : undefined;
      if (module === undefined) continue;
      const parent = file.bindings.parentOf(use.node);
      const replaced = parent?.type === 'TSQualifiedName' ? parent : use.node; // `NextAuth.Session` of a namespace
      const local = file.bindings.of(use.node)?.imported?.name === '*' ? undefined : file.textOf(use.node);
      const written = file.imports.add(module, helper, { typeOnly: true, ...(local && { local }) });
      // Text that moves as it stands keeps the name.
      if (!isMoved(use.site)) file.edits.replace(replaced, written);
      file.settle(use, 'bridged', 'session-types', `${helper} is declared in ${module} now`);
    }
    for (const entry of file.modules(({ form, target }) => form === 'export-from' && target === undefined)) {
      const { names } = entry.site;
      if (names.length === 0 || !names.every((name) => isSessionType({ module: entry.site.source, name }))) continue;
      const module = names.map((name) => file.context.helperModule(name as Helper)).find((each) => each !== undefined);
      if (module === undefined) continue;
      file.edits.replace(child(entry.node, 'source')!, quoted(module, file.style));
      file.settle(entry, 'bridged', 'session-types', `hands on what ${module} declares`);
    }
  },
};

export default standalone(transform);
