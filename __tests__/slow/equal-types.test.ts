import { describe, expect, it } from 'vitest';
import { errorsOf, TYPED } from '../equal/types.js';

describe('the types of the probes before the run', () => {
  // Of Auth.js only release 4 is installed here.
  it.each(TYPED.filter(([, { style }]) => style === 'v4'))('%s', (_, { files }) => {
    expect([...errorsOf(files).values()].flat()).toEqual([]);
  });
});
