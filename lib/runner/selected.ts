import { guess } from '../nearest.js';
import { BadInput } from '../project/index.js';
import type { Transform } from '../source/transform.js';
import { TOOL } from '../tool.js';
import { TRANSFORMS } from '../../transforms/index.js';

/**
 * The transforms of these names, in the order of the chain; all where none is named.
 * @throws {BadInput} with the nearest name for one that there is not
 */
export function selected(names: readonly string[]): readonly Transform[] {
  const known = TRANSFORMS.map(({ name }) => name);
  for (const name of names)
    if (!known.includes(name))
      throw new BadInput(`there is no transform “${name}”${guess(name, known) || '.'} See: ${TOOL.name} list`);
  return names.length === 0 ? TRANSFORMS : TRANSFORMS.filter(({ name }) => names.includes(name));
}
