import { isMember } from '../ast/tree.js';
import { OWN } from '../authjs/modules.js';
import type { InPlace } from '../source/context.js';
import type { SourceFile, Use } from '../source/source-file.js';
import type { NotUnderstood, ServerSource } from './server-source.js';
import { isFunctionHandedOn } from './session-function.js';

/** Whether v5's `auth` of the app's own module yields the session behind its name, so that nothing has to change here. */
export function yieldsInPlace(use: Use, source: ServerSource | NotUnderstood, file: SourceFile): InPlace {
  const { routeKind } = file.context;
  const imported = file.bindings.of(use.node)?.imported;
  const parent = file.bindings.parentOf(use.node);
  if (use.site.origin.module !== OWN.instance || routeKind === 'middleware' || routeKind.startsWith('pages-'))
    return 'no';
  if (!imported || imported.name === '*' || isMember(parent)) return 'no';
  const isPlain =
    'call' in source
      ? source.form === 'app' &&
        source.request === undefined &&
        !(source.call['typeParameters'] ?? source.call['typeArguments'])
      : source.rule === 'session-call-as-value' && isFunctionHandedOn(use, file);
  return isPlain ? file.context.ownAuth(imported.source, imported.name) : 'no';
}
