import { BEFORE_EXPRESSION, Doubt, IDENTIFIER, KIND, OPERATOR, startsName } from './kinds.js';
import { Tokens } from './tokens.js';

/** What the text is in the middle of, the innermost last. */
const INSIDE = { bracket: 0, template: 1, tag: 2, children: 3, expression: 4 } as const;

const NEWLINE = 10;
const SPACE = 32;
const [QUOTE, APOSTROPHE, BACKTICK, BACKSLASH] = [34, 39, 96, 92];
const [OPEN, CLOSE, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [40, 41, 91, 93, 123, 125];
const [LESS, EQUALS, GREATER, QUESTION, SLASH, STAR, DOT, DOLLAR, MINUS, PLUS, COLON, HASH, BANG, COMMA, SEMICOLON] = [
  60, 61, 62, 63, 47, 42, 46, 36, 45, 43, 58, 35, 33, 44, 59,
];
const MATE: Readonly<Record<number, number>> = {
  [CLOSE]: OPEN,
  [CLOSE_BRACKET]: OPEN_BRACKET,
  [CLOSE_BRACE]: OPEN_BRACE,
};

/**
 * Takes JavaScript and TypeScript apart, with JSX, without parsing: comments, strings, templates, regular expressions and
 * elements are told from code. Where that takes more than a look at the tokens before, it gives up.
 */
export class Tokenizer {
  readonly tokens = new Tokens();
  #bytes: Uint8Array = new Uint8Array(0);
  #length = 0;
  #at = 0;
  #hasJsx = false;
  /** What the text is in the middle of, and the token that opened it. */
  readonly #insides: number[] = [];
  readonly #openers: number[] = [];

  /**
   * @param bytes UTF-8 @param length how much of them is the text
   * @param hasJsx whether `<` may begin an element
   */
  open(bytes: Uint8Array, length: number, hasJsx: boolean): void {
    this.#bytes = bytes;
    this.#length = length;
    this.#hasJsx = hasJsx;
    this.#at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && length > 2 ? 3 : 0;
    this.#insides.length = 0;
    this.#openers.length = 0;
    this.tokens.clear(bytes);
    if (bytes[this.#at] === HASH && bytes[this.#at + 1] === BANG) this.#skipLine();
  }

  /**
   * Goes on to the end of the statement on the top level that holds `until`, and a little further.
   * @throws {Doubt}
   */
  readTo(until: number): void {
    let more = 8;
    const insides = this.#insides;
    while (this.#at < this.#length) {
      if (this.#at > until && insides.length === 0 && --more < 0) return;
      const inside = insides.length === 0 ? INSIDE.bracket : insides[insides.length - 1]!;
      if (inside === INSIDE.tag) this.#readTag();
      else if (inside === INSIDE.children) this.#readChildren();
      else this.#readCode();
    }
    if (insides.length > 0) throw new Doubt('something is not closed');
  }

  /** Goes on as long as there are names and white space, and over what comes then. */
  #readCode(): void {
    const { tokens } = this;
    const bytes = this.#bytes;
    const length = this.#length;
    let at = this.#at;
    for (;;) {
      while (at < length && bytes[at]! <= SPACE) at++;
      if (at >= length) break;
      const code = bytes[at]!;
      if ((IDENTIFIER[code]! & 1) === 0) {
        this.#at = at;
        this.#readOther(code);
        return;
      }
      const start = at;
      let others = 0;
      for (; at < length; at++) {
        const each = bytes[at]!;
        if (IDENTIFIER[each] === 0) break;
        others |= each;
      }
      if (others > 127 || bytes[at] === BACKSLASH) throw new Doubt('a name with other letters, or none');
      tokens.add(KIND.name, 0, start, at);
    }
    this.#at = at;
  }

  #readOther(code: number): void {
    if (code >= 48 && code <= 57) this.#readNumber();
    else if (code === QUOTE || code === APOSTROPHE) this.#readString(code);
    else if (code === BACKTICK) this.#readTemplate(this.#at);
    else if (code === SLASH) this.#readSlash();
    else this.#readPunctuator(code);
  }

  #readNumber(): void {
    let end = this.#at;
    while (end < this.#length && (IDENTIFIER[this.#bytes[end]!] !== 0 || this.#bytes[end] === DOT)) end++;
    this.tokens.add(KIND.number, 0, this.#at, end);
    this.#at = end;
  }

  #readString(quote: number): void {
    const bytes = this.#bytes;
    for (let end = this.#at + 1; end < this.#length; end++) {
      const code = bytes[end]!;
      if (code === BACKSLASH) end += bytes[end + 1] === 13 && bytes[end + 2] === NEWLINE ? 2 : 1;
      else if (code === quote) {
        this.tokens.add(KIND.string, 0, this.#at, end + 1);
        this.#at = end + 1;
        return;
      } else if (code === NEWLINE) break;
    }
    throw new Doubt('a string without an end');
  }

  /** @param start of the backtick, or of the `}` behind which the template goes on */
  #readTemplate(start: number): void {
    const bytes = this.#bytes;
    for (let end = start + 1; end < this.#length; end++) {
      const code = bytes[end]!;
      if (code === BACKSLASH) end++;
      else if (code === BACKTICK) {
        this.tokens.add(bytes[start] === BACKTICK ? KIND.template : KIND.part, 0, start, end + 1);
        this.#at = end + 1;
        return;
      } else if (code === DOLLAR && bytes[end + 1] === OPEN_BRACE) {
        const token = this.tokens.add(KIND.part, 0, start, end + 2);
        this.#enter(INSIDE.template, token);
        this.#at = end + 2;
        return;
      }
    }
    throw new Doubt('a template without an end');
  }

  #readSlash(): void {
    const next = this.#bytes[this.#at + 1];
    if (next === SLASH) this.#skipLine();
    else if (next === STAR) this.#skipComment();
    else if (this.#isExpressionNext()) this.#readRegex();
    else this.#add(SLASH, 1);
  }

  #skipLine(): void {
    const bytes = this.#bytes;
    let end = this.#at;
    while (end < this.#length && bytes[end] !== NEWLINE && bytes[end] !== 13) end++;
    this.#at = end;
  }

  #skipComment(): void {
    const bytes = this.#bytes;
    for (let end = this.#at + 2; end < this.#length; end++)
      if (bytes[end] === STAR && bytes[end + 1] === SLASH) {
        this.#at = end + 2;
        return;
      }
    throw new Doubt('a comment without an end');
  }

  #readRegex(): void {
    const bytes = this.#bytes;
    let isClass = false;
    for (let end = this.#at + 1; end < this.#length; end++) {
      const code = bytes[end]!;
      if (code === NEWLINE) break;
      if (code === BACKSLASH) end++;
      else if (code === OPEN_BRACKET) isClass = true;
      else if (code === CLOSE_BRACKET) isClass = false;
      else if (code === SLASH && !isClass) {
        end++;
        while (end < this.#length && IDENTIFIER[bytes[end]!] !== 0) end++;
        this.tokens.add(KIND.regex, 0, this.#at, end);
        this.#at = end;
        return;
      }
    }
    throw new Doubt('a regular expression without an end');
  }

  #add(code: number, length: number): number {
    const token = this.tokens.add(KIND.punctuator, code, this.#at, this.#at + length);
    this.#at += length;
    return token;
  }

  #readPunctuator(code: number): void {
    const bytes = this.#bytes;
    const next = bytes[this.#at + 1];
    if (code === OPEN || code === OPEN_BRACKET || code === OPEN_BRACE) this.#enter(INSIDE.bracket, this.#add(code, 1));
    else if (code === CLOSE || code === CLOSE_BRACKET || code === CLOSE_BRACE) this.#close(code);
    else if (code === DOT || code === COMMA || code === COLON || code === SEMICOLON) this.#readDot(code, next);
    else if (code === LESS && next === LESS && bytes[this.#at + 2] === LESS) throw new Doubt('the mark of a conflict');
    else if (code === LESS && this.#hasJsx && this.#isExpressionNext() && this.#isElement()) this.#openElement();
    else if (code === EQUALS && ['const', 'let', 'var'].some((word) => this.tokens.isName(this.tokens.count - 1, word)))
      throw new Doubt('a declaration without a name');
    else if (code === EQUALS && next === GREATER) this.#add(OPERATOR.arrow, 2);
    else if (code === EQUALS && next === EQUALS) this.#add(OPERATOR.equals, bytes[this.#at + 2] === EQUALS ? 3 : 2);
    else if (code === QUESTION && next === QUESTION) this.#add(OPERATOR.nullish, 2);
    else if (code === QUESTION && next === DOT && !(bytes[this.#at + 2]! >= 48 && bytes[this.#at + 2]! <= 57))
      this.#add(OPERATOR.optional, 2);
    else if ((code === PLUS || code === MINUS) && next === code) this.#add(OPERATOR.increment, 2);
    else this.#add(code, 1);
  }

  /** What is no operator, and most frequent. */
  #readDot(code: number, next: number | undefined): void {
    if (code !== DOT || next === undefined) this.#add(code, 1);
    else if (next === DOT && this.#bytes[this.#at + 2] === DOT) this.#add(OPERATOR.dots, 3);
    else if (next >= 48 && next <= 57) this.#readNumber();
    else this.#add(code, 1);
  }

  #enter(inside: number, opener: number): void {
    this.#insides.push(inside);
    this.#openers.push(opener);
  }

  #leave(): void {
    this.#insides.pop();
    this.#openers.pop();
  }

  #close(code: number): void {
    const inside = this.#insides.pop();
    const opener = this.#openers.pop();
    if (inside === undefined || opener === undefined) throw new Doubt('a bracket that nothing opened');
    if (inside === INSIDE.template) {
      if (code !== CLOSE_BRACE) throw new Doubt('a bracket that nothing opened');
      this.#readTemplate(this.#at);
      return;
    }
    const { tokens } = this;
    const opened = tokens.codes[opener] === OPERATOR.expression ? OPEN_BRACE : tokens.codes[opener];
    if (opened !== MATE[code]) throw new Doubt('a bracket that nothing opened');
    const token = this.#add(code, 1);
    tokens.mates[token] = opener;
    tokens.mates[opener] = token;
  }

  /**
   * Whether what comes is where an expression begins, and no operator.
   * @throws {Doubt} where a closing brace may have ended either
   */
  #isExpressionNext(): boolean {
    const { tokens } = this;
    const last = tokens.count - 1;
    if (last < 0) return true;
    switch (tokens.kinds[last]) {
      case KIND.name:
        if (tokens.is(last - 1, DOT) || tokens.is(last - 1, OPERATOR.optional)) return false;
        return BEFORE_EXPRESSION.has(tokens.text(last));
      case KIND.part: // the head or middle of a template, of which an expression follows
        return this.#bytes[tokens.ends[last]! - 1] === OPEN_BRACE;
      case KIND.punctuator:
        break;
      default:
        return false;
    }
    const code = tokens.codes[last]!;
    if (code === CLOSE_BRACKET) return false;
    if (code === CLOSE) {
      const before = tokens.mates[last]! - 1;
      return ['if', 'while', 'for', 'with'].some((word) => tokens.isName(before, word)) && !tokens.is(before - 1, DOT);
    }
    if (code === CLOSE_BRACE) {
      if (this.#bytes[this.#at] === LESS) return false; // no statement begins with an element
      throw new Doubt('a slash behind a brace');
    }
    if (code === BANG && this.#bytes[this.#at] === LESS) return false;
    if (code === BANG) throw new Doubt('a slash behind an exclamation mark');
    if (code === OPERATOR.increment) throw new Doubt('a slash or an element behind ++');
    return true;
  }

  /** Whether `<` opens an element: it does not where type parameters follow. */
  #isElement(): boolean {
    const bytes = this.#bytes;
    let at = this.#at + 1;
    if (bytes[at] === GREATER) return true;
    if (!startsName(bytes[at]!)) return false;
    while (IDENTIFIER[bytes[at]!] !== 0) at++;
    const end = at;
    while (bytes[at]! <= SPACE) at++;
    const next = bytes[at];
    if (next === 44) return false;
    if (next === EQUALS) throw new Doubt('a default type, or an attribute');
    const word = 'extends';
    const isExtends = at > end && [...word].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
    if (isExtends) {
      at += word.length;
      while (bytes[at]! <= SPACE) at++;
      return bytes[at] === EQUALS || bytes[at] === GREATER || bytes[at] === SLASH;
    }
    return !(end - this.#at === 6 && at > end && this.#isWord('const'));
  }

  #isWord(word: string): boolean {
    return [...word].every((letter, index) => this.#bytes[this.#at + 1 + index] === letter.charCodeAt(0));
  }

  #openElement(): void {
    this.#at += 1;
    if (this.#bytes[this.#at] === GREATER) {
      this.#at += 1;
      this.#enter(INSIDE.children, -1);
      return;
    }
    this.#readElementName(KIND.tag);
    if (this.#bytes[this.#at] === LESS) throw new Doubt('an element with types');
    this.#enter(INSIDE.tag, -1);
  }

  /** `Foo`, `foo-bar`, `Foo.Bar`, `a:b`: of a member, the first name alone is a token, and the dot behind it. */
  #readElementName(kind: number): void {
    const bytes = this.#bytes;
    const start = this.#at;
    let end = start;
    while (end < this.#length && (IDENTIFIER[bytes[end]!] !== 0 || bytes[end] === MINUS || bytes[end] === COLON)) end++;
    if (end === start) throw new Doubt('an element without a name');
    this.tokens.add(kind, 0, start, end);
    this.#at = end;
    if (bytes[end] !== DOT) return;
    this.#add(DOT, 1);
    end = this.#at;
    while (end < this.#length && (IDENTIFIER[bytes[end]!] !== 0 || bytes[end] === DOT)) end++;
    this.#at = end;
  }

  #readTag(): void {
    const bytes = this.#bytes;
    let at = this.#at;
    while (at < this.#length && bytes[at]! <= SPACE) at++;
    this.#at = at;
    const code = bytes[at];
    if (at >= this.#length || code === undefined) throw new Doubt('a tag without an end');
    if (code === GREATER) {
      this.#at += 1;
      this.#leave();
      this.#enter(INSIDE.children, -1);
    } else if (code === SLASH) {
      const next = bytes[at + 1];
      if (next === SLASH) this.#skipLine();
      else if (next === STAR) this.#skipComment();
      else if (next === GREATER) this.#endElement(2);
      else throw new Doubt('a slash in a tag');
    } else if (code === OPEN_BRACE) this.#enter(INSIDE.expression, this.#add(OPERATOR.expression, 1));
    else if (code === EQUALS) this.#readAttributeValue();
    else if (startsName(code)) {
      let end = at;
      while (IDENTIFIER[bytes[end]!] !== 0 || bytes[end] === MINUS || bytes[end] === COLON) end++;
      this.tokens.add(KIND.attribute, 0, at, end);
      this.#at = end;
    } else throw new Doubt('what stands in this tag is no attribute');
  }

  #readAttributeValue(): void {
    const bytes = this.#bytes;
    let at = this.#at + 1;
    while (at < this.#length && bytes[at]! <= SPACE) at++;
    this.#at = at;
    const quote = bytes[at];
    if (quote === OPEN_BRACE) return;
    if (quote === LESS) {
      this.#openElement();
      return;
    }
    if (quote !== QUOTE && quote !== APOSTROPHE) throw new Doubt('an attribute without a value');
    const end = bytes.indexOf(quote, at + 1);
    if (end < 0 || end >= this.#length) throw new Doubt('a string without an end');
    this.tokens.add(KIND.attributeString, 0, at, end + 1);
    this.#at = end + 1;
  }

  #readChildren(): void {
    const bytes = this.#bytes;
    let at = this.#at;
    for (; at < this.#length; at++) {
      const code = bytes[at]!;
      if (code === LESS || code === OPEN_BRACE) break;
      if (code === CLOSE_BRACE || code === GREATER) throw new Doubt('a bracket in the text of an element');
    }
    this.#at = at;
    if (at >= this.#length) throw new Doubt('an element without an end');
    if (bytes[at] === OPEN_BRACE) this.#enter(INSIDE.expression, this.#add(OPERATOR.expression, 1));
    else if (bytes[at + 1] === SLASH) this.#closeElement();
    else this.#openElement();
  }

  #closeElement(): void {
    const bytes = this.#bytes;
    this.#at += 2;
    if (bytes[this.#at] !== GREATER) this.#readElementName(KIND.closingTag);
    let at = this.#at;
    while (at < this.#length && bytes[at]! <= SPACE) at++;
    if (bytes[at] !== GREATER) throw new Doubt('a closing tag without an end');
    this.#at = at;
    this.#endElement(1);
  }

  #endElement(length: number): void {
    this.tokens.add(KIND.elementEnd, 0, this.#at, this.#at + length);
    this.#at += length;
    this.#leave();
  }
}
