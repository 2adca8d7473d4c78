import { stringProp } from '../ast/jsx.js';
import { child, stringOf } from '../ast/tree.js';
import { COUNTERPARTS, type SignInCall } from '../clerk/sign-in.js';
import type { SourceFile } from '../source/source-file.js';

/** The prop of Clerk's button that says where to go then, with a space before it. */
export function propOf({ action, target, address }: SignInCall, file: SourceFile): string {
  if (address !== undefined) return ` ${stringProp(COUNTERPARTS[action].prop, address, file.text)}`;
  const value = child(target, 'value');
  if (!value) return '';
  const { prop } = COUNTERPARTS[action];
  const literal = value.type === 'StringLiteral' ? stringOf(value) : undefined;
  return ` ${literal === undefined ? `${prop}={${file.textOf(value)}}` : stringProp(prop, literal, file.text)}`;
}
