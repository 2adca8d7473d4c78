import { basename } from 'node:path';
import type { Reader } from './declaration.js';
import { readDockerfile } from './dockerfile.js';
import { readDotenv } from './dotenv.js';
import { readCompose, readWorkflow } from './yaml.js';

/** How a file of each kind declares variables. Of others (scripts, charts, blueprints) only the mentions are known. */
const READERS: readonly { readonly path: RegExp; readonly read: Reader }[] = [
  { path: /(?:^|\/)\.env[^/]*$/, read: readDotenv },
  { path: /(?:^|\/)(?:Dockerfile[^/]*|[^/]*\.Dockerfile)$/i, read: readDockerfile },
  { path: /(?:^|\/)[^/]*compose[^/]*\.ya?ml$/, read: readCompose },
  { path: /(?:^|\/)\.github\/(?:workflows|actions)\/.*\.ya?ml$/, read: readWorkflow },
];

/** What reads the declarations of a file; undefined where nothing here does. */
export const readerFor = (path: string): Reader | undefined => READERS.find((each) => each.path.test(path))?.read;

export const isDotenv = (path: string): boolean => basename(path).startsWith('.env');

/** `.env.example` and its like: committed, and copied by whoever sets the app up. */
export const isExample = (path: string): boolean =>
  isDotenv(path) && /[.-](?:example|sample|template|dist|default|defaults)(?:[.-]|$)/.test(basename(path));
