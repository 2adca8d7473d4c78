import type { Transform } from '../lib/source/transform.js';
import { transform as authConfig } from './auth-config.js';
import { transform as clerkProvider } from './clerk-provider.js';
import { transform as middleware } from './middleware.js';
import { transform as envSchema } from './env-schema.js';
import { transform as ownTypes } from './own-types.js';
import { transform as ownMocks } from './own-mocks.js';
import { transform as ownWrapper } from './own-wrapper.js';
import { transform as serverSession } from './server-session.js';
import { transform as sessionCallbacks } from './session-callbacks.js';
import { transform as sessionTypes } from './session-types.js';
import { transform as sessionProvider } from './session-provider.js';
import { transform as signInActions } from './sign-in-actions.js';
import { transform as signInFlow } from './sign-in-flow.js';
import { transform as signInForm } from './sign-in-form.js';
import { transform as signInLinks } from './sign-in-links.js';
import { transform as signInOut } from './sign-in-out.js';
import { transform as signInToggle } from './sign-in-toggle.js';
import { transform as testMocks } from './test-mocks.js';
import { transform as useSession } from './use-session.js';

/**
 * The chain, in its order. A mocked function in a test and the middleware's `auth` are no session calls, so they come
 * before them; a sign-in form goes whole, with the reads of a session in it, and one that stays asks
 * Clerk before single calls are looked at; the set-up comes last: it goes only when the others have left no use of it.
 */
export const TRANSFORMS: readonly Transform[] = [
  testMocks,
  middleware,
  sessionProvider,
  signInForm,
  signInFlow,
  signInToggle,
  serverSession,
  useSession,
  ownTypes,
  sessionTypes,
  signInOut,
  signInLinks,
  clerkProvider,
  signInActions,
  authConfig,
  sessionCallbacks,
  ownWrapper,
  ownMocks,
  envSchema,
];

/** The one that needs to know what became of the callers of a file's actions. */
export const ACTIONS: Transform = signInActions;

/** The one that needs to know what became of every other file; the app's own callbacks move when it has run. */
export const LAST: Transform = authConfig;
