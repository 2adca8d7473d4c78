/** What a token is. Comments and white space are none. */
export const KIND = {
  /** An identifier or keyword. */
  name: 1,
  number: 2,
  /** With its quotes. */
  string: 3,
  /** A template without substitutions, with its backticks. */
  template: 4,
  /** A part of a template with substitutions, from its backtick or `}` to its `${` or backtick. */
  part: 5,
  regex: 6,
  /** A character or two, by its code: see OPERATOR. */
  punctuator: 7,
  /** The name of an element that opens: the first of `Foo.Bar`. */
  tag: 8,
  /** The same where it closes. */
  closingTag: 9,
  /** The name of an attribute. */
  attribute: 10,
  /** A string that is an attribute's value, in which nothing is escaped by a backslash. */
  attributeString: 11,
  /** The end of an element. */
  elementEnd: 12,
} as const;

/** Codes of punctuators of more than one character; the others have that of their character. */
export const OPERATOR = {
  arrow: 1,
  dots: 2,
  optional: 3,
  /** `==` and `===` */
  equals: 4,
  nullish: 5,
  increment: 6,
  /** The brace of an expression in an element; its mate is a brace. */
  expression: 7,
} as const;

/** Why a text was not taken apart: another way of reading it is possible, or the text is none that parses. */
export class Doubt extends Error {}

const START = 1;
const PART = 2;

/** By byte: 1 for what may begin an identifier, 2 for what may go on with it. Other characters than ASCII's may do both. */
export const IDENTIFIER = new Uint8Array(256);
for (let code = 0; code < 256; code++) {
  const isLetter =
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 36 || code === 95 || code > 127;
  IDENTIFIER[code] = isLetter ? START | PART : code >= 48 && code <= 57 ? PART : 0;
}

/** Words behind which an expression begins. */
export const BEFORE_EXPRESSION: ReadonlySet<string> = new Set([
  'return',
  'typeof',
  'case',
  'default',
  'await',
  'yield',
  'in',
  'of',
  'else',
  'do',
  'new',
  'delete',
  'void',
  'throw',
  'instanceof',
]);
