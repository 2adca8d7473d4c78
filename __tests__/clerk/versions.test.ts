import { describe, expect, it } from 'vitest';
import { clerkVersionFor } from '../../lib/clerk/versions.js';

describe('the major of Clerk’s that an app’s Next admits', () => {
  it.each([
    ['16.0.10', 7, undefined],
    ['^16.0.0', 7, undefined],
    ['^15.1.0', 7, undefined],
    ['15.5.9', 7, undefined],
    ['15.2.3', 6, undefined],
    ['^14.0.4', 6, undefined],
    ['14.2.35', 6, undefined],
    ['latest', 7, undefined],
    [undefined, 7, undefined],
    ['15.1.0', 7, '15.5.9'],
    ['14.2.5', 6, '14.2.35'],
    ['13.4.12', 6, '13.5.11'],
    ['12.1.0', 6, '14.2.35'],
  ])('next %s: %s, needs next %s', (next, major, needsNext) => {
    expect(clerkVersionFor(next)).toMatchObject({ major, needsNext });
  });
});
