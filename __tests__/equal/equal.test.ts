import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { APPS, claimsIn, migrate, type Migrated } from './apps.js';
import { crudely } from './crude.js';
import { installDom } from './dom.js';
import { differs, leftIn, mayReadClaims, outcomes } from './outcomes.js';

const SIGN_IN_PAGE = 'Clerk’s <SignIn/> takes the place of what a sign-in page of the app’s own shows';

/** Probes that the codemod leaves to a person today, and why. */
const LEFT: Readonly<Record<string, string>> = {
  'v4-app/components/status-prop.tsx': 'a type made of the hook’s',
};

/** It only ever goes down. */
const MOST_LEFT = 1;

/** Probes that are known to differ, and why. Nothing stays here for long but what differs by design. */
const KNOWN: Readonly<Record<string, string>> = {
  'v4-pages/pages/login.tsx': SIGN_IN_PAGE,
  'v4-app-provider-role/functions/whole.ts': 'a session that is handed on whole tells its own person’s id besides',
};

const document = installDom();
const failsCrudely = new Map<string, boolean>();

describe.each(APPS.map((app) => [app.name, app] as const))('%s', (name, app) => {
  let migrated: Migrated;
  const crude = crudely(app.files);

  beforeAll(async () => {
    migrated = await migrate(app);
  });

  it.each(app.probes.map((probe) => [probe.path, probe] as const))('%s', async (path, probe) => {
    const id = `${name}/${path}`;
    const before = await outcomes(app, probe, app.files, 'before', document);
    expect(new Set(Object.values(before)).size, 'its answer depends on who is signed in').toBeGreaterThan(1);

    failsCrudely.set(id, await differs(app, probe, crude, document, before));

    const sites = leftIn(app, probe, migrated);
    expect(id in LEFT ? [] : sites, 'is left to a person').toEqual([]);
    expect(sites.length > 0, 'is settled now: take it off LEFT').toBe(id in LEFT);
    if (id in LEFT) return;
    const { files } = migrated;
    const configured = claimsIn(files);
    const after = await outcomes(app, probe, files, 'after', document);
    if (id in KNOWN && !isDeepStrictEqual(after, before)) return;
    expect(id in KNOWN, 'does the same now: take it off KNOWN').toBe(false);
    expect(after, 'without the claims').toEqual(before);
    if (Object.keys(configured).length === 0 || !mayReadClaims(probe, files)) return;
    expect(await outcomes(app, probe, files, 'after', document, configured), 'with the claims').toEqual(before);
  });
});

describe('the probes together', () => {
  const ids = APPS.flatMap((app) => app.probes.map(({ path }) => `${app.name}/${path}`));

  it('are many, and few of them are left to a person', () => {
    expect(ids.length).toBeGreaterThanOrEqual(120);
    expect(Object.keys(LEFT).length).toBeLessThanOrEqual(MOST_LEFT);
  });

  it('hold all that is listed', () => {
    expect([...Object.keys(LEFT), ...Object.keys(KNOWN)].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('are failed by a crude migration, most of them', () => {
    const failed = [...failsCrudely.values()].filter(Boolean).length;
    expect(failed / failsCrudely.size).toBeGreaterThan(0.75);
  });
});
