import type { Transform } from '../lib/source/transform.js';
import { transform as authConfig } from './auth-config.js';
import { transform as clerkProvider } from './clerk-provider.js';
import { transform as middleware } from './middleware.js';
import { transform as ownTypes } from './own-types.js';
import { transform as ownWrapper } from './own-wrapper.js';
import { transform as serverSession } from './server-session.js';
import { transform as sessionCallbacks } from './session-callbacks.js';
import { transform as sessionTypes } from './session-types.js';
import { transform as sessionProvider } from './session-provider.js';
import { transform as signInOut } from './sign-in-out.js';
import { transform as testMocks } from './test-mocks.js';
import { transform as useSession } from './use-session.js';

/**
 * The chain, in its order. A mocked function in a test and the middleware's `auth` are no session calls, so they come
 * before them; the set-up comes last: it goes only when the others have left no use of it.
 */
export const TRANSFORMS: readonly Transform[] = [
  testMocks,
  middleware,
  sessionProvider,
  serverSession,
  useSession,
  ownTypes,
  sessionTypes,
  signInOut,
  clerkProvider,
  authConfig,
  sessionCallbacks,
  ownWrapper,
];

/** The one that needs to know what became of every other file; the app's own callbacks move when it has run. */
export const LAST: Transform = authConfig;
