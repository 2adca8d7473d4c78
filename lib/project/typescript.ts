import { gtr, lt, valid, validRange } from 'semver';
import { lockedVersion } from './locked.js';
import type { Project, TypeScriptFeatures, VersionRange } from './types.js';

/** The releases that brought each; those for async components were found by compiling. */
const FLOORS: Readonly<Record<keyof TypeScriptFeatures, Readonly<Record<string, string>>>> = {
  satisfies: { typescript: '4.9.0' },
  asyncComponents: { typescript: '5.1.0', '@types/react': '18.2.8' },
};

/**
 * What an app's TypeScript knows; installed packages and lock files are read when that is asked.
 * @param declared the range of a package as the app, or the workspace around it, declares it
 */
export function typescriptOf(
  declared: (name: string) => VersionRange | undefined,
  dir: string,
  root: string,
): TypeScriptFeatures {
  const known = new Map<string, boolean>();
  const isOlder = (name: string, floor: string) => {
    const range = declared(name)?.range;
    if (range === undefined) return false;
    const exact = lockedVersion(name, range, dir, root) ?? valid(range);
    if (exact !== null) return lt(exact, floor);
    return validRange(range) !== null && gtr(floor, range);
  };
  const knows = (feature: keyof TypeScriptFeatures) => {
    const answer = known.get(feature) ?? !Object.entries(FLOORS[feature]).some(([name, floor]) => isOlder(name, floor));
    known.set(feature, answer);
    return answer;
  };
  return {
    get satisfies() {
      return knows('satisfies');
    },
    get asyncComponents() {
      return knows('asyncComponents');
    },
  };
}

/** What TypeScript knows at a file; for code that no single app owns what it knows in all of them. */
export function typescriptAt(path: string, { apps, appOf }: Pick<Project, 'apps' | 'appOf'>): TypeScriptFeatures {
  const own = appOf(path);
  return (
    own?.typescript ?? {
      satisfies: apps.every(({ typescript }) => typescript.satisfies),
      asyncComponents: apps.every(({ typescript }) => typescript.asyncComponents),
    }
  );
}
