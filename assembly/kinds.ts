// The same numbers as in lib/ast/tokens/kinds.ts, where they are explained; a test holds the two together.

export namespace Kind {
  export const name: i32 = 1;
  export const number: i32 = 2;
  export const string: i32 = 3;
  export const template: i32 = 4;
  export const part: i32 = 5;
  export const regex: i32 = 6;
  export const punctuator: i32 = 7;
  export const tag: i32 = 8;
  export const closingTag: i32 = 9;
  export const attribute: i32 = 10;
  export const attributeString: i32 = 11;
  export const elementEnd: i32 = 12;
}

export namespace Operator {
  export const arrow: i32 = 1;
  export const dots: i32 = 2;
  export const optional: i32 = 3;
  export const equals: i32 = 4;
  export const nullish: i32 = 5;
  export const increment: i32 = 6;
  export const expression: i32 = 7;
}

/** What the text may be in the middle of. */
export namespace Inside {
  export const bracket: i32 = 0;
  export const template: i32 = 1;
  export const tag: i32 = 2;
  export const children: i32 = 3;
  export const expression: i32 = 4;
}

/** Why a text is not taken apart: the places of the reasons in lib/ast/tokens/tokenizer.ts. */
export namespace Doubt {
  export const tooMany: i32 = 1;
  export const tooDeep: i32 = 2;
  export const unclosed: i32 = 3;
  export const letters: i32 = 4;
  export const string: i32 = 5;
  export const template: i32 = 6;
  export const comment: i32 = 7;
  export const regex: i32 = 8;
  export const unopened: i32 = 9;
  export const conflict: i32 = 10;
  export const nameless: i32 = 11;
  export const slashBehindBrace: i32 = 12;
  export const slashBehindBang: i32 = 13;
  export const slashBehindIncrement: i32 = 14;
  export const defaultType: i32 = 15;
  export const elementTypes: i32 = 16;
  export const elementName: i32 = 17;
  export const tag: i32 = 18;
  export const slashInTag: i32 = 19;
  export const attribute: i32 = 20;
  export const attributeValue: i32 = 21;
  export const bracketInText: i32 = 22;
  export const element: i32 = 23;
  export const closingTag: i32 = 24;
}
