import type { WidenedInterface } from '../authjs/augmentation.js';
import type { AuthConfig } from './config.js';

/** As Auth.js decides over options that are put together: what one of them sets, else by whether there is an adapter. */
export function sessionStrategy(configs: readonly AuthConfig[]): 'jwt' | 'database' | undefined {
  const set = new Set(configs.flatMap(({ strategy }) => strategy ?? []));
  if (set.size === 0) return configs.some(({ adapter }) => adapter !== undefined) ? 'database' : 'jwt';
  const [strategy] = set;
  return set.size > 1 || strategy === 'unknown' ? undefined : strategy;
}

/**
 * Whether the fields that callbacks write are all that an app's sessions hold beyond Auth.js's own: what its types declare
 * besides was never there. Auth.js hands the callback name, email and image of a person alone, and with v5 a whole row
 * where sessions are rows (next-auth 4.24 core/routes/session, @auth/core 0.41 lib/actions/session).
 * @param configs all options of an app, which hold all of its callbacks
 * @param widened what its types say: of an id that is no text, the callbacks' code tells nothing
 */
export const fillsAll = (
  configs: readonly AuthConfig[],
  style: 'v4' | 'v5',
  widened: readonly WidenedInterface[],
): boolean =>
  (style === 'v4' || sessionStrategy(configs) === 'jwt') &&
  !widened.some(saysOtherId) &&
  configs.some(({ shape }) => shape !== undefined) &&
  configs.every(({ shape }) => shape === undefined || ('extra' in shape && shape.isWhole));

const saysOtherId = ({ name, members }: WidenedInterface): boolean =>
  !name.endsWith('JWT') &&
  members.some(({ text }) => /\bid\s*\??\s*:\s*(?!\s|(?:string|UserId|undefined|null)\b)/.test(text));
