/**
 * As much of a DOM as React needs to mount, update and click what the probes render, and no more: there is no layout,
 * no parser and no selector. Its text is what a test compares.
 */
type Listener = (event: Clicked) => void;

class Target {
  readonly #listeners = new Map<string, Set<Listener>>();

  addEventListener(type: string, listener: Listener, options?: boolean | { capture?: boolean }): void {
    const key = keyOf(type, options);
    this.#listeners.set(key, (this.#listeners.get(key) ?? new Set()).add(listener));
  }

  removeEventListener(type: string, listener: Listener, options?: boolean | { capture?: boolean }): void {
    this.#listeners.get(keyOf(type, options))?.delete(listener);
  }

  heard(event: Clicked, capture: boolean): void {
    for (const listener of this.#listeners.get(keyOf(event.type, capture)) ?? []) listener(event);
  }
}

const keyOf = (type: string, options: boolean | { capture?: boolean } = false): string =>
  `${type}${(typeof options === 'boolean' ? options : options.capture) ? ' on its way down' : ''}`;

/** An event as React reads it off the browser's. */
class Clicked {
  defaultPrevented = false;
  readonly bubbles = true;
  readonly cancelable = true;
  readonly timeStamp = 0;
  readonly button = 0;

  constructor(
    readonly type: string,
    readonly target: Node,
  ) {}

  preventDefault(): void {
    this.defaultPrevented = true;
  }

  stopPropagation(): void {}
}

class Node extends Target {
  parentNode: Node | null = null;
  childNodes: Node[] = [];
  readonly namespaceURI: string = 'http://www.w3.org/1999/xhtml';

  constructor(
    readonly nodeType: number,
    readonly nodeName: string,
    readonly ownerDocument: Document | null,
    public nodeValue: string | null = null,
  ) {
    super();
  }

  get firstChild(): Node | null {
    return this.childNodes[0] ?? null;
  }

  get lastChild(): Node | null {
    return this.childNodes.at(-1) ?? null;
  }

  get nextSibling(): Node | null {
    const all = this.parentNode?.childNodes ?? [];
    return all[all.indexOf(this) + 1] ?? null;
  }

  get textContent(): string {
    return this.nodeValue ?? this.childNodes.map(({ textContent }) => textContent).join('');
  }

  set textContent(text: string) {
    for (const each of this.childNodes) each.parentNode = null;
    this.childNodes = [];
    if (text !== '') this.appendChild(new Node(3, '#text', this.ownerDocument, text));
  }

  /** React writes into a text by this name. */
  get data(): string | null {
    return this.nodeValue;
  }

  set data(text: string | null) {
    this.nodeValue = text;
  }

  appendChild<T extends Node>(node: T): T {
    return this.insertBefore(node, null);
  }

  insertBefore<T extends Node>(node: T, before: Node | null): T {
    node.parentNode?.removeChild(node);
    const at = before === null ? this.childNodes.length : this.childNodes.indexOf(before);
    this.childNodes.splice(at, 0, node);
    node.parentNode = this;
    return node;
  }

  removeChild<T extends Node>(node: T): T {
    this.childNodes = this.childNodes.filter((each) => each !== node);
    node.parentNode = null;
    return node;
  }

  contains(node: Node | null): boolean {
    for (let at = node; at; at = at.parentNode) if (at === this) return true;
    return false;
  }

  getRootNode(): Node {
    return this.parentNode?.getRootNode() ?? this;
  }
}

export class Element extends Node {
  readonly attributes = new Map<string, string>();
  readonly style: Record<string, unknown> = {
    setProperty(this: Record<string, unknown>, name: string, value: unknown) {
      this[name] = value;
    },
  };

  constructor(name: string, owner: Document) {
    super(1, name.toUpperCase(), owner);
  }

  get tagName(): string {
    return this.nodeName;
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }

  setAttributeNS(_: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }

  focus(): void {}

  blur(): void {}

  /** All elements below, in the order of the text. */
  all(name: string): Element[] {
    return this.childNodes.flatMap((node) =>
      node instanceof Element ? [...(node.nodeName === name.toUpperCase() ? [node] : []), ...node.all(name)] : [],
    );
  }

  /** Of a `<select>`. */
  get options(): Element[] {
    return this.all('option');
  }

  /** What a browser would show as innerHTML, attributes sorted: their order says nothing. */
  get html(): string {
    return this.childNodes.map(htmlOf).join('');
  }

  /** A click as a browser reports it: down to the element, and up again. */
  click(): void {
    const event = new Clicked('click', this);
    const path: Node[] = [];
    const visit = (node: Node | null): void => {
      if (!node) return;
      path.push(node);
      visit(node.parentNode);
    };
    visit(this);
    for (const node of path.toReversed()) node.heard(event, true);
    for (const node of path) node.heard(event, false);
  }
}

function htmlOf(node: Node): string {
  if (!(node instanceof Element)) return node.nodeType === 3 ? escaped(node.nodeValue ?? '') : '';
  const name = node.nodeName.toLowerCase();
  const properties = ['value', 'checked', 'disabled', 'selected'].flatMap((each): [string, string][] => {
    const value = (node as unknown as Record<string, unknown>)[each];
    return value === undefined || value === false || value === '' || value === null || node.attributes.has(each)
      ? []
      : [[each, value === true ? '' : String(value as string)]];
  });
  const style = Object.entries(node.style).filter(([, value]) => typeof value === 'string' && value !== '');
  const attributes = [
    ...node.attributes,
    ...properties,
    ...(style.length > 0 ? [['style', style.map(([key, value]) => `${key}:${String(value)}`).join(';')] as const] : []),
  ].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `<${name}${attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>${node.html}</${name}>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export class Document extends Node {
  readonly documentElement: Element;
  readonly body: Element;
  readonly activeElement = null;
  title = '';
  cookie = '';

  constructor() {
    super(9, '#document', null);
    this.documentElement = this.appendChild(this.createElement('html'));
    this.body = this.documentElement.appendChild(this.createElement('body'));
  }

  get defaultView(): unknown {
    return (globalThis as { window?: unknown }).window;
  }

  createElement(name: string): Element {
    return new Element(name, this);
  }

  createElementNS(_: string, name: string): Element {
    return new Element(name, this);
  }

  createTextNode(text: string): Node {
    return new Node(3, '#text', this, text);
  }

  createComment(text: string): Node {
    return new Node(8, '#comment', this, text);
  }
}

/** What event handlers threw: React tells the browser of it, and goes on. */
export const reported: unknown[] = [];

/** The globals that React looks for when it is loaded. */
export function installDom(): Document {
  const document = new Document();
  const window = Object.assign(new Target(), {
    document,
    // Of a class that nothing here is.
    HTMLIFrameElement: Map,
    HTMLElement: Element,
    location: { href: 'http://localhost/', protocol: 'http:' },
    navigator: { userAgent: '' },
  });
  const reportError = (error: unknown) => void reported.push(error);
  Object.assign(globalThis, { window, document, reportError, IS_REACT_ACT_ENVIRONMENT: true });
  // Node 21 has one of its own, which can't be assigned to.
  if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: window.navigator });
  return document;
}
