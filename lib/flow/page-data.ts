import { componentName } from '../ast/components.js';
import { listItem, wholeLines } from '../ast/lines.js';
import { child, childList, isFunction, nameOf, type Node, type Span } from '../ast/tree.js';
import type { SourceFile } from '../source/source-file.js';

/** What goes with the data that a page loads for a form which is no longer its own. */
export interface PageData {
  /** The constant that held it. */
  readonly statement: Node | undefined;
  /** Its property among the page's props. */
  readonly property: Node;
  readonly props: Node;
  /** Its name among the parameters of the page; the parameter itself where nothing else is taken from it. */
  readonly parameter: { pattern: Node; member: Node; isAll: boolean } | undefined;
}

/**
 * Follows what `getProviders()` gives in `getServerSideProps` to the page: through a constant, into one of the props,
 * which the page does not read any more. Undefined where it goes elsewhere.
 */
export function pageDataOf(call: Node, file: SourceFile): PageData | undefined {
  const { bindings } = file;
  const value = wholeValue(call, file);
  const parent = bindings.parentOf(value)!;
  if (parent.type === 'ObjectProperty') return inProps(parent, undefined, file);
  const declaration =
    parent.type === 'VariableDeclarator' && child(parent, 'init') === value ? bindings.parentOf(parent) : undefined;
  const binding = bindings.of(child(parent, 'id'));
  if (!declaration || !binding || childList(declaration, 'declarations').length > 1 || binding.references.length !== 1)
    return undefined;
  const property = bindings.parentOf(wholeValue(binding.references[0]!, file));
  return property?.type === 'ObjectProperty' ? inProps(property, declaration, file) : undefined;
}

/** An expression with the `await`, the fallback and the types around it. */
function wholeValue(node: Node, { bindings }: SourceFile): Node {
  const parent = bindings.parentOf(node)!;
  const isAround =
    /^(?:AwaitExpression|TSAsExpression|TSNonNullExpression|TSSatisfiesExpression|ParenthesizedExpression)$/.test(
      parent.type,
    );
  const isFallback = parent.type === 'LogicalExpression' && child(parent, 'left') === node;
  return isAround || isFallback ? wholeValue(parent, { bindings } as SourceFile) : node;
}

function inProps(property: Node, statement: Node | undefined, file: SourceFile): PageData | undefined {
  const { bindings } = file;
  const props = bindings.parentOf(property)!;
  const outer = bindings.parentOf(props);
  const name = nameOf(child(property, 'key'));
  const isProps = outer?.type === 'ObjectProperty' && nameOf(child(outer, 'key')) === 'props';
  if (!isProps || name === undefined || property['computed']) return undefined;
  const page = pageIn(file);
  const [parameter] = childList(page, 'params');
  if (!page) return undefined;
  if (!parameter) return { statement, property, props, parameter: undefined };
  if (parameter.type !== 'ObjectPattern') return undefined;
  const members = childList(parameter, 'properties');
  if (members.some(({ type }) => type === 'RestElement')) return undefined;
  const member = members.find((each) => nameOf(child(each, 'key')) === name);
  if (!member) return { statement, property, props, parameter: undefined };
  const binding = bindings.of(child(member, 'value'));
  if (!binding || binding.references.length > 0) return undefined;
  return { statement, property, props, parameter: { pattern: parameter, member, isAll: members.length === 1 } };
}

/** The component that a page's file exports by default. */
function pageIn({ program, bindings }: SourceFile): Node | undefined {
  const exported = child(
    childList(program, 'body').find(({ type }) => type === 'ExportDefaultDeclaration'),
    'declaration',
  );
  if (!exported) return undefined;
  if (isFunction(exported)) return exported;
  const { declaration } = bindings.of(exported) ?? {};
  const fn = declaration && isFunction(declaration) ? declaration : child(declaration, 'init');
  return fn && isFunction(fn) && componentName(fn, bindings) !== undefined ? fn : undefined;
}

/** Takes it out; gives what went. */
export function removePageData({ property, props, parameter }: PageData, file: SourceFile): Span[] {
  const { edits, text } = file;
  const all = childList(props, 'properties');
  if (all.length === 1) edits.replace({ start: props.start + 1, end: props.end - 1 }, '');
  else edits.remove(listItem(text, all, all.indexOf(property)));
  if (!parameter) return [property];
  const { pattern, member, isAll } = parameter;
  const typed = isAll ? undefined : typeOf(pattern, nameOf(child(member, 'key'))!, file);
  if (typed) edits.remove(wholeLines(text, typed));
  const members = childList(pattern, 'properties');
  if (isAll) edits.remove(pattern);
  else edits.remove(listItem(text, members, members.indexOf(member)));
  return [property, isAll ? pattern : member, ...(typed ? [typed] : [])];
}

/** What a type of the file's own, which only this parameter has, says of a member. */
function typeOf(pattern: Node, name: string, { bindings }: SourceFile): Node | undefined {
  const annotation = child(child(pattern, 'typeAnnotation'), 'typeAnnotation');
  const binding = bindings.of(child(annotation, 'typeName'));
  const declaration = binding?.references.length === 1 ? binding.declaration : undefined;
  if (declaration && bindings.parentOf(declaration)?.type !== 'Program') return undefined;
  const body =
    annotation?.type === 'TSTypeLiteral'
      ? annotation
      : (child(declaration, 'body') ?? child(declaration, 'typeAnnotation'));
  const members = childList(body, body?.type === 'TSInterfaceBody' ? 'body' : 'members');
  return members.find((each) => nameOf(child(each, 'key')) === name);
}
