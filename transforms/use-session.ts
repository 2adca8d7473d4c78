import { isReact } from '../lib/authjs/session-calls.js';
import { BRIDGE, bridgeUseSession, withFields } from '../lib/flow/bridge.js';
import { rewriteUseSession } from '../lib/flow/client-session.js';
import { SECRET, settleBridged } from '../lib/flow/secret-reads.js';
import type { NotUnderstood } from '../lib/flow/server-source.js';
import { STANDALONE } from '../lib/source/context.js';
import { isHandedOn } from '../lib/source/handed-on.js';
import type { SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

/** `const { data: session, status } = useSession()` → `const { isLoaded, isSignedIn, user } = useUser()`, or `useAuth()` where no profile is read. */
export const transform: Transform = {
  name: 'use-session',
  description: 'useSession() becomes useAuth() or useUser()',
  rules: [
    'use-session',
    BRIDGE,
    'use-session-required',
    'session-unused',
    'session-update',
    'session-escapes',
    'session-custom-field',
    SECRET,
    'session-call-as-value',
  ],
  apply(file: SourceFile): void {
    for (const use of file.uses(isReact('useSession'))) {
      if (isHandedOn(use, file)) continue; // it goes with its last importer
      const result = rewriteUseSession(use, file);
      if ('rule' in result && bridgeUseSession(use, file)) {
        settleBridged(use, BRIDGE, `asks the generated hook: ${result.message}`, file, 'browser');
        continue;
      }
      if ('rule' in result) {
        file.settle(use, 'manual', result.rule, messageOf(result, file));
        continue;
      }
      file.settle(
        use,
        result.outcome,
        'use-session',
        result.outcome === 'removed' ? 'nothing read it' : 'reads Clerk’s hook now',
      );
      file.settleWithin(result.replaced, 'removed', 'use-session', 'went with the call');
    }
  },
};

function messageOf({ rule, message }: NotUnderstood, file: SourceFile): string {
  if (rule === 'session-escapes') return withFields(message, file);
  const { updates, extraFields } = file.context;
  if (rule !== 'session-update') return message;
  // Alone, a file's update() is all that is known of.
  if (file.context !== STANDALONE && extraFields === undefined)
    return 'what the app’s callbacks fill the session with can’t be told; reload Clerk’s user, and read other fields from where they are kept';
  return updates === 'all' || updates.length === 0
    ? message
    : `callbacks.jwt keeps ${updates.join(', ')} of what update() is given; change it where it is kept now, Clerk’s profile by user.update(), then call update()`;
}

export default standalone(transform);
