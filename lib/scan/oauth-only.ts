import { child, childList, contains, type Node } from '../ast/tree.js';
import { propertyOf, valueOf } from './callback-scope.js';
import type { Site } from './sites.js';

/** Providers whose users are what the app's own code or its tables say. */
const OTHERS =
  /\/providers\/(?:credentials|index|oauth|email|nodemailer|resend|sendgrid|postmark|forwardemail|mailgun|passkey|webauthn)$/;

/**
 * Whether people come by Auth.js's own OAuth providers alone and no table holds them: a user is then what the provider's
 * profile is made into, an id, a name, an address and a picture.
 * @param sites where the file refers to Auth.js
 */
export function isOfProviders(options: Node, sites: readonly Site[]): boolean {
  const providers = childList(valueOf(options, 'providers'), 'elements');
  if (providers.length === 0 || hasSpread(options) || valueOf(options, 'adapter')) return false;
  return providers.every((each) => {
    const own = sites.find((site) => contains(child(each, 'callee') ?? each, site));
    const isKnown = own?.kind === 'use' && /\/providers\/./.test(own.origin.module) && !OTHERS.test(own.origin.module);
    const [given] = childList(each, 'arguments');
    const isPlain = !given || (given.type === 'ObjectExpression' && !hasSpread(given) && !propertyOf(given, 'profile'));
    return isKnown && isPlain;
  });
}

const hasSpread = (object: Node): boolean =>
  childList(object, 'properties').some(({ type }) => type.startsWith('Spread'));
