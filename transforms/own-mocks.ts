import { OWN } from '../lib/authjs/modules.js';
import { isOwnMock } from '../lib/scan/sites.js';
import type { SourceFile } from '../lib/source/source-file.js';
import { standalone, type Transform } from '../lib/source/transform.js';

const RULE = 'test-mock';
const WAITS = 'test-mock-waits';
const WRAPPER = 'own-wrapper';

/**
 * `vi.mock('../server/auth', () => ({ getUser: vi.fn() }))`: the app's own function stays, and so does its mock. So does what
 * is called of the whole module, `server.getUser()`, and spied on there.
 */
export const transform: Transform = {
  name: 'own-mocks',
  description: 'mocks of the app’s own functions stay as they are',
  rules: [RULE, WAITS, WRAPPER],
  apply(file: SourceFile): void {
    const { runtimeNeeded } = file.context;
    if (runtimeNeeded === undefined) return;
    for (const entry of file.modules(isOwnMock))
      if (runtimeNeeded) file.settle(entry, 'manual', WAITS, 'the module that is mocked sets Auth.js up besides');
      else file.keep(entry, RULE, 'mocks a function of the app’s own, which stays');
    // Left open, such a use says by itself that it waits for the set-up.
    for (const use of runtimeNeeded ? [] : file.uses(({ module }) => module === OWN.beside))
      file.keep(use, WRAPPER, 'a name of the app’s own, which stays');
  },
};

export default standalone(transform);
