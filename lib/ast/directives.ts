import { child, childList, type Node } from './tree.js';

/** Whether `'use server'` stands at the top of a program or body, in either parser's form. */
export function saysServer(body: Node | undefined): boolean {
  const isIt = (node: Node | undefined) => node?.['value'] === 'use server';
  return (
    childList(body, 'directives').some((each) => isIt(child(each, 'value'))) ||
    childList(body, 'body').some((each) => typeof each['directive'] === 'string' && isIt(child(each, 'expression')))
  );
}
