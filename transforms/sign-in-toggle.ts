import { attributeNamed, attributesOf, isElement, shownChildren } from '../lib/ast/jsx.js';
import type { Piece } from '../lib/ast/edits.js';
import { indentAt } from '../lib/ast/style.js';
import { child, nameOf, walk, type Node } from '../lib/ast/tree.js';
import { isLink, isOfLinks, isShared, leadOf, type Lead } from '../lib/flow/sign-in-links.js';
import { tagsOf } from '../lib/flow/clerk-buttons.js';
import type { SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const RULE = 'auth-address';

/** A link whose address and text both depend on whether somebody is signed in. */
interface Toggle {
  readonly link: Node;
  /** The condition of the address, which stays, and that of the text, which is the same. */
  readonly test: Node;
  readonly again: Node;
  /** The two addresses with what is shown for them, in the order of the condition. */
  readonly sides: readonly [Side, Side];
  readonly kept: readonly Node[];
}

interface Side {
  readonly lead: Lead;
  readonly shown: Node;
}

/** `<Link href={session ? "/api/auth/signout" : "/api/auth/signin"}>`: it comes before the sessions are followed, since one of its two tests goes. */
export const transform: Transform = {
  name: 'sign-in-toggle',
  description: 'a link to /api/auth/signin or signout, whichever applies, becomes Clerk’s two buttons',
  rules: [RULE],
  apply(file: SourceFile): void {
    if (!file.entries.some(({ site, settlement }) => site.kind === 'address' && !settlement)) return;
    for (const node of walk(file.program)) {
      const toggle = node.type === 'JSXElement' && isLink(node, file) ? toggleOf(node, file) : undefined;
      if (!toggle || file.edits.touches(node)) continue;
      rewrite(toggle, file);
      for (const { lead } of toggle.sides) file.settle(lead.site!, 'rewritten', RULE, 'leads to Clerk now');
      file.bindings.forget([toggle.again], []);
    }
  },
};

export default standalone(transform);

function toggleOf(link: Node, file: SourceFile): Toggle | undefined {
  const href = attributeNamed(link, 'href');
  const address = child(child(href, 'value'), 'expression');
  const [only, ...more] = shownChildren(link);
  const text = child(only, 'expression');
  const parent = file.bindings.parentOf(link);
  const isToggle = [address, text].every((each) => each?.type === 'ConditionalExpression');
  if (!address || !text || !isToggle || more.length > 0 || !parent || !isElement(parent)) return undefined;
  const [test, again] = [child(address, 'test')!, child(text, 'test')!];
  const kept = attributesOf(link).filter((each) => !isOfLinks(each));
  // They are written twice.
  const isPlain = kept.every((each) => isShared(each) && child(each, 'value')?.type === 'StringLiteral');
  if (file.textOf(test) !== file.textOf(again) || !isPlain) return undefined;
  const sides = ['consequent', 'alternate'].flatMap((key): Side[] => {
    const lead = leadOf(child(address, key), file);
    const isBoth = lead?.site && lead.place !== 'SignUp';
    return isBoth ? [{ lead, shown: child(text, key)! }] : [];
  });
  const [first, second] = sides;
  return first && second && first.lead.place !== second.lead.place
    ? { link, test, again, sides: [first, second], kept }
    : undefined;
}

function rewrite({ link, test, sides, kept }: Toggle, file: SourceFile): void {
  const outer = indentAt(file.text, link.start);
  const [one, two] = [1, 2].map((steps) => `\n${outer}${file.style.indent.repeat(steps)}`);
  const props = kept.map((each) => ` ${file.textOf(each)}`).join('');
  const button = ({ lead, shown }: Side): Piece[] => {
    const [open, close] = tagsOf(lead, file);
    return [
      `(${one}`,
      ...open,
      `${two}<button${props}>`,
      ...shownAs(shown),
      `</button>${one}`,
      ...close,
      `\n${outer})`,
    ];
  };
  file.edits.replace(link, '{', test, ' ? ', ...button(sides[0]), ' : ', ...button(sides[1]), '}');
}

/** A plain text needs no braces around it. */
function shownAs(node: Node): Piece[] {
  if (isElement(node)) return [node];
  const text = node.type === 'StringLiteral' ? nameOf(node)! : undefined;
  return text !== undefined && /^[\w ,.!?’-]+$/.test(text) ? [text] : ['{', node, '}'];
}
