import type { Draft } from './draft.js';

/** `'use client'` is no statement of a body, but a directive beside it. */
export function splitDirectives(holder: Draft): void {
  const statements = holder['body'] as Draft[];
  const count = statements.findIndex(({ directive }) => typeof directive !== 'string');
  const directives = statements.splice(0, count === -1 ? statements.length : count);
  holder['directives'] = directives.map(({ start, end, expression }) => {
    const { value, ...place } = expression as Draft;
    return {
      type: 'Directive',
      start,
      end,
      value: { type: 'DirectiveLiteral', start: place.start, end: place.end, value },
    };
  });
}
