// tsc keeps the mode of no file, and a bin entry has to be executable where it is run from a checkout.
import { chmodSync } from 'node:fs';

chmodSync(new URL('../dist/bin/authjs-clerk-codemod.js', import.meta.url), 0o755);
