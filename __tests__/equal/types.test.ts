import { describe, expect, it } from 'vitest';
import { migrate } from './apps.js';
import { errorsOf, freed, TYPED } from './types.js';

describe('the types of a migrated app', () => {
  it.each(TYPED)('%s', async (_, app) => {
    const { files } = await migrate(app);
    const errors = errorsOf(files);
    // Of Auth.js only release 4 is installed here: what is left of release 5 has no types.
    const checked = app.style === 'v4' ? [...errors.keys()] : freed(files);
    expect(checked.flatMap((path) => errors.get(path) ?? [])).toEqual([]);
  });
});
