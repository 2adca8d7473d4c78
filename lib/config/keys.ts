import { isMapping, MAPPING_SAYS } from '../clerk/field-mappings.js';
import { WRAPPED } from '../scan/wrappers.js';
import type { Config } from './config.js';

/** What a value has to be: the sentence that says so, and the test. */
interface Kind {
  readonly says: string;
  test(value: unknown): boolean;
}

const text: Kind = { says: 'a text', test: (value) => typeof value === 'string' };
const flag: Kind = { says: 'true or false', test: (value) => typeof value === 'boolean' };
const whole: Kind = { says: 'a whole number', test: (value) => Number.isSafeInteger(value) && (value as number) >= 0 };
const texts: Kind = {
  says: 'a list of texts',
  test: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
};
const oneOf = (...choices: readonly string[]): Kind => ({
  says: choices.join(', '),
  test: (value) => choices.includes(value as string),
});
const wrappers: Kind = {
  says: `a list of { name, from, yields }, texts all three, where yields is ${Object.keys(WRAPPED).join(' or ')}`,
  test: (value) =>
    Array.isArray(value) &&
    value.every(
      (each: Partial<Record<string, unknown>> | null) =>
        typeof each?.['name'] === 'string' &&
        typeof each['from'] === 'string' &&
        Object.keys(WRAPPED).includes(each['yields'] as string),
    ),
};

/** Every key of a config; a key that is missing here does not compile. */
export const KEYS: Readonly<Record<keyof Config, Kind>> = {
  transforms: texts,
  ignore: texts,
  reports: texts,
  handoff: text,
  format: text,
  userIds: oneOf('auto', 'external', 'clerk'),
  profile: oneOf('auto', 'user', 'claims'),
  customFields: oneOf('auto', 'metadata', 'callbacks'),
  sync: oneOf('auto', 'webhook', 'on-demand', 'both', 'none'),
  ui: oneOf('auto', 'self-hosted', 'account-portal'),
  clerkVersion: oneOf('auto', '6', '7'),
  bumpNext: flag,
  routeMatcher: flag,
  bridge: flag,
  todo: flag,
  formatFiles: flag,
  strict: flag,
  wrappers,
  fields: { says: MAPPING_SAYS, test: isMapping },
  baseline: text,
  max: whole,
  only: text,
};
