import { describe, expect, it } from 'vitest';
import { picturePage } from '../../e2e/browser/page.js';
import { pictureOf } from '../../e2e/browser/picture.js';

const PNG = Buffer.from('png');
const failingTimes = (times: number) => {
  let asked = 0;
  return {
    asked: () => asked,
    screenshot: () =>
      asked++ < times ? Promise.reject(new Error('Unable to capture screenshot')) : Promise.resolve(PNG),
  };
};

describe('a picture of a page', () => {
  it('is asked for again where Chromium has none at this moment', async () => {
    const page = failingTimes(2);
    expect(await pictureOf(page, 1)).toBe(PNG);
    expect(page.asked()).toBe(3);
  });

  it('is given up after some tries, which fails nothing', async () => {
    const page = failingTimes(Infinity);
    expect(await pictureOf(page, 1)).toBeUndefined();
    expect(page.asked()).toBe(4);
  });

  it('that is missing is said on the page, beside the one that there is', () => {
    const visit = (png: Buffer | undefined) => ({ seen: {}, problems: [], pictures: new Map([['signed in', png]]) });
    const page = picturePage([{ app: 'v4', findings: [], visits: { before: visit(PNG), after: visit(undefined) } }]);
    expect(page).toContain(`signed in, Auth.js</figcaption><img`);
    expect(page).toContain('signed in, Clerk</figcaption><p>No picture could be taken.</p>');
  });
});
