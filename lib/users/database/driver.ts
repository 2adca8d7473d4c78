import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BadInput } from '../../project/types.js';

/**
 * Loads a driver, which npm installs where it can (they are optional dependencies); else the app's own copy of it.
 * @param load `() => import('pg')`: a literal, so that the types are known
 * @throws {BadInput} with the command that installs it
 */
export async function loadDriver<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error, name)) throw broken(name, error);
  }
  try {
    const own = createRequire(join(process.cwd(), 'package.json')).resolve(name);
    return (await import(pathToFileURL(own).href)) as Module;
  } catch (error) {
    if (!isMissing(error, name)) throw broken(name, error);
    throw new BadInput(
      `this database needs the package ${name}, which is not installed: npm install --no-save ${name}`,
    );
  }
}

/** Whether the package itself is not there, rather than something inside it. */
const isMissing = (error: unknown, name: string): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND') &&
  new RegExp(`Cannot find (?:package|module) '${name}(?:['/])`).test(error.message);

const broken = (name: string, error: unknown): BadInput =>
  new BadInput(
    `the package ${name} can't be loaded (${String(error instanceof Error ? error.message : error).split('\n')[0]}): npm install --no-save ${name}`,
  );
