import { describe, expect, it } from 'vitest';
import { planOn } from './set-up-app.js';

const AUTH = (options: string) => `import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';
import Credentials from 'next-auth/providers/credentials';

export const { handlers, auth } = NextAuth({
  ${options}
});
`;

/** What the follow-ups say that a run of these options leaves, by their rules. */
const notes = (options: string, rule?: string) => notesOf(AUTH(options), rule);

/** The same of the text of the whole file. */
async function notesOf(text: string, rule = 'auth-config-setting') {
  const { report } = await planOn({
    'package.json': JSON.stringify({ dependencies: { next: '^15', react: '^19', 'next-auth': '5.0.0-beta.29' } }),
    'auth.ts': text,
    'app/api/auth/[...nextauth]/route.ts': `import { handlers } from '../../../../auth';\n\nexport const { GET, POST } = handlers;\n`,
  });
  return report.followUps.filter((each) => each.rule === rule).map(({ title, detail }) => `${title}: ${detail}`);
}

describe('settings that go with the options', () => {
  it.each([
    [
      'cookies: { sessionToken: { options: { domain: ".acme.test" } } }, providers: []',
      /^cookies .*auth\.ts:6-6\. .*subdomains/,
    ],
    ['theme: { brandColor: "#123" }, providers: []', /^theme .*appearance/],
    ['debug: true, providers: []', /^debug .*clerkMiddleware\(handler, \{ debug: true \}\)/],
    ['jwt: { encode }, providers: []', /^jwt .*getToken\(\)/],
    [
      'providers: [GitHub({ profile: (raw) => ({ id: String(raw.id), name: raw.name, role: roleOf(raw) }) })]',
      /^GitHub: profile\(\) filled role .*insertRow\(\)/,
    ],
    [
      'providers: [GitHub({ profile(raw) { if (raw.plan) return { id: raw.id, plan: raw.plan }; return { id: raw.id, login: raw.login } } })]',
      /filled plan, login of .* plan, login of new people are filled by nobody/,
    ],
    ['providers: [GitHub({ profile: ownProfile })]', /^GitHub: profile\(\) made the user/],
    [
      'providers: [GitHub({ authorization: { params: { scope: "repo read:user" } } })]',
      /scopes were asked for: .*“repo read:user”/,
    ],
    ['providers: [GitHub({ authorization: "https://acme.test/oauth?scope=repo+gist&x=1" })]', /“repo gist”/],
    [
      'providers: [GitHub({ allowDangerousEmailAccountLinking: true })]',
      /^GitHub: allowDangerous.*Nothing is to be set/,
    ],
  ])('are told of with their place: %s', async (options, expected) => {
    expect(await notes(options)).toEqual([expect.stringMatching(expected)]);
  });

  it('are found where the providers stand in a constant', async () => {
    const text = AUTH('providers').replace(
      'export const',
      'const providers = [GitHub({ scope: "repo", profile: (raw) => ({ id: raw.id, login: raw.login }) })];\n\nexport const',
    );
    expect(await notesOf(text)).toEqual([
      expect.stringContaining('auth.ts:5-5'),
      expect.stringMatching(/scopes were asked for: .*“repo”/),
    ]);
    expect(await notesOf(text, 'auth-config-providers')).toEqual([expect.stringContaining('configured GitHub')]);
  });

  it('are none where a profile has Auth.js’s own fields alone, or no scope is said', async () => {
    expect(
      await notes(
        'providers: [GitHub({ profile: (raw) => ({ id: String(raw.id), name: raw.login, email: raw.email, image: raw.avatar_url }), authorization: { params: { prompt: "consent" } } })]',
      ),
    ).toEqual([]);
  });

  it('tells what becomes of passwords that another service checks', async () => {
    const asked = (body: string) =>
      notes(`providers: [Credentials({ async authorize(given) { ${body} } })]`, 'credentials-authorize');
    expect(
      await asked('const answer = await fetch(API, { body: JSON.stringify(given) }); return answer.json();'),
    ).toEqual([expect.stringMatching(/Another service .*getToken\(\)/)]);
    expect(
      await asked('const user = await fetch(API); return (await compare(given.password, user.hash)) ? user : null;'),
    ).toEqual([expect.stringContaining('import the users with their hashes')]);
  });
});
