import { APPS, migrate } from './apps.js';
import { installDom } from './dom.js';
import { closureOf } from './load.js';
import { leftIn, outcomes } from './outcomes.js';
import { claimsIn } from './apps.js';

/** All that there is to know of one probe, as text for a person. */
export async function inspect(id: string): Promise<string> {
  const app = APPS.find(({ name }) => id.startsWith(`${name}/`));
  const probe = app?.probes.find(({ path }) => `${app.name}/${path}` === id);
  if (!app || !probe)
    return `There is no probe ${id}. There are:\n${APPS.flatMap(({ name, probes }) => probes.map(({ path }) => `${name}/${path}`)).join('\n')}`;
  const document = installDom();
  const migrated = await migrate(app);
  const { files } = migrated;
  const texts = [...closureOf(probe.path, files)].map((path) => `── ${path}\n${files.get(path)}`);
  const before = await outcomes(app, probe, app.files, 'before', document);
  const withClaims = await outcomes(app, probe, files, 'after', document, claimsIn(files));
  const without = await outcomes(app, probe, files, 'after', document);
  const sides = Object.keys(before).map((visitor) => {
    const [was, ...now] = [before, withClaims, without].map((side) => side[visitor]!);
    return `══ ${visitor}\n${was}\n${now.every((each) => each === was) ? '(the same after)' : `── with the claims\n${now[0]}\n── without\n${now[1]}`}`;
  });
  return [...texts, ...leftIn(app, probe, migrated), ...sides].join('\n');
}
