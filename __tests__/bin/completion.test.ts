import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../../bin/arguments.js';
import { candidates } from '../../bin/completion/candidates.js';
import { SHELLS } from '../../bin/completion/protocol.js';
import { SCRIPTS } from '../../bin/completion/scripts.js';
import { commands } from '../../bin/main.js';
import { FORMATS } from '../../lib/report/index.js';
import { folder } from '../runner/folder.js';
import { BIN, cli } from './cli.js';

const program = commands(() => {});
/** What is offered at the end of a line, as words and whether files are. */
function offered(...words: string[]): { words: string[]; files: boolean } {
  const found = candidates(program, words, 'run');
  return { ...found, words: found.words.map(({ value }) => value) };
}

describe('what may stand where the cursor is', () => {
  it('is a command or a path at first', () => {
    const { words, files } = offered('');
    expect(files).toBe(true);
    expect(words).toEqual(expect.arrayContaining(['run', 'check', 'list', 'explain', 'verify', 'users', 'completion']));
    expect(words).not.toContain('__complete');
    expect(offered('ch').words).toEqual(['check']);
    expect(offered('users', '')).toMatchObject({
      words: expect.arrayContaining(['export', 'import', 'sync']),
      files: false,
    });
  });

  it('is an option of the command, those of run at the root, too', () => {
    expect(offered('check', '--ba').words).toEqual(['--baseline']);
    expect(offered('--dr').words).toEqual(['--dry-run']);
    expect(offered('--ver').words).toEqual(['--version', '--verbose']);
    expect(offered('app', '--ver').words).toEqual(['--verbose']);
    expect(offered('--diff', '--ver').words).toEqual(['--verbose']);
    expect(offered('users', 'import', '--res').words).toEqual(['--resume', '--reserve-unverified']);
    expect(offered('list', '--dry').words).toEqual([]);
  });

  it('is a value of the option, or a file where it takes one', () => {
    expect(offered('--user-ids', '')).toEqual({ words: ['auto', 'external', 'clerk'], files: false });
    expect(offered('run', '--format', 'js')).toEqual({ words: ['json'], files: false });
    expect(offered('check', '--format=js')).toEqual({ words: ['--format=json'], files: false });
    expect(offered('--format', '=', 'js').words).toEqual(['json']);
    expect(offered('--format', '=').words).toEqual([...FORMATS]);
    expect(offered('users', 'import', 'users.json', '--on-conflict', 'u').words).toEqual(['update']);
    for (const option of ['--report', '--ignore', '--handoff', '--config'])
      expect(offered(option, '')).toEqual({ words: [], files: true });
    expect(offered('check', '--max', '')).toEqual({ words: [], files: false });
    expect(offered('--report=', '--di').words).toEqual(['--diff']);
  });

  it('is no command any more behind a path or an option of run', () => {
    expect(offered('app/(auth)', '')).toEqual({ words: [], files: true });
    expect(offered('--dry-run', 'ch')).toEqual({ words: [], files: true });
    expect(offered('--', 'ch')).toEqual({ words: [], files: true });
    expect(offered('--', '--di')).toEqual({ words: [], files: true });
    expect(offered('list', '')).toEqual({ words: [], files: false });
    expect(offered('completion', '').words).toEqual([...SHELLS]);
  });

  it('offers the formats that there are', () => {
    expect(FORMAT_NAMES).toEqual(FORMATS);
    expect(Object.keys(SCRIPTS)).toEqual([...SHELLS]);
  });
});

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

/** A script run by a shell that finds the built command, in a folder with files; its lines. */
function shell(name: string, script: string): string[] {
  const bin = folder({ 'authjs-clerk-codemod': `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n` });
  chmodSync(join(bin, 'authjs-clerk-codemod'), 0o755);
  const cwd = folder({
    'app/(auth)/page.tsx': '',
    'check.txt': '',
    'report.json': '',
    'completion.sh': completion(name),
  });
  const { stdout, stderr } = spawnSync(name, ['-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, HOME: cwd, TERM: 'dumb', PATH: `${bin}${delimiter}${process.env['PATH']}` },
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

const completion = (name: string): string => cli(folder(), ['completion', name]).out;

describe('completion', () => {
  it('names the shells, and refuses another', () => {
    const { code, out, err } = cli(folder(), ['completion', 'tcsh']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^[^\n]*Allowed choices are bash, zsh, fish, powershell\.[^\n]*\n$/);
  });

  it.skipIf(!has('bash'))('works in bash, by the function that readline calls', () => {
    // As readline does: the words, the place of the cursor, and the function by which the command is completed.
    const ask = (...words: string[]) =>
      shell(
        'bash',
        `source ./completion.sh; source ./completion.sh
complete -p authjs-clerk-codemod >/dev/null
COMP_WORDS=(authjs-clerk-codemod ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}
_authjs_clerk_codemod authjs-clerk-codemod
printf '%s\\n' "\${COMPREPLY[@]}"`,
      );
    expect(ask('ch')).toEqual(['check', 'check.txt']);
    expect(ask('--user-ids', '')).toEqual(['auto', 'external', 'clerk']);
    expect(ask('check', '--format', '=', 'js')).toEqual(['json']);
    expect(ask('app/(auth)', '--dry')).toEqual(['--dry-run']);
    expect(ask('$(touch evaluated)', '--report', '')).toEqual([]);
  });

  it.skipIf(!has('zsh'))('works in zsh, by the function that its completion calls', () => {
    const ask = (...words: string[]) =>
      shell(
        'zsh',
        `compdef() { :; }; compset() { :; }; _files() { print files; }; _describe() { print -rl -- \${(P)2}; }
source ./completion.sh
words=(authjs-clerk-codemod ${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length + 1}
_authjs_clerk_codemod; true`,
      );
    expect(ask('ch')).toEqual([expect.stringMatching(/^check:exit 1 while /), 'files']);
    expect(ask('--user-ids', '')).toEqual(['auto', 'external', 'clerk']);
    expect(ask('check', '--format=js')).toEqual(['--format=json']);
    expect(ask('app/(auth)', '--dry')).toEqual(['--dry-run:write nothing']);
    expect(ask('$(touch evaluated)', '--report', '')).toEqual(['files']);
  });

  it('takes an empty word from a shell that can’t hand one on', () => {
    const answer = (...args: string[]) => cli(folder(), ['__complete', ...args]).out;
    expect(answer('--empty', '--', 'completion')).toBe(answer('--', 'completion', ''));
    expect(answer('--empty', '--', 'completion')).toContain('powershell\n');
  });

  it.skipIf(!has('pwsh'))('works in PowerShell', () => {
    const ask = (line: string) =>
      shell(
        'pwsh',
        `Invoke-Expression (Get-Content -Raw completion.sh)
(TabExpansion2 '${line}' ${line.length}).CompletionMatches | ForEach-Object { $_.CompletionText }`,
      );
    expect(ask('authjs-clerk-codemod che')).toContain('check');
    expect(ask('authjs-clerk-codemod --user-ids ')).toEqual(['auto', 'external', 'clerk']);
    expect(ask('authjs-clerk-codemod check --format=js')).toEqual(['--format=json']);
  });

  it.skipIf(!has('fish'))('works in fish', () => {
    const ask = (line: string) =>
      shell('fish', `source ./completion.sh; complete -C '${line}'`).map((each) => each.split('\t')[0]);
    expect(ask('authjs-clerk-codemod ch')).toEqual(['check', 'check.txt']);
    expect(ask('authjs-clerk-codemod --user-ids ').toSorted()).toEqual(['auto', 'clerk', 'external']);
    expect(ask('authjs-clerk-codemod app/\\(auth\\) --dry')).toEqual(['--dry-run']);
    expect(ask('authjs-clerk-codemod --report=rep')).toEqual(['--report=report.json']);
    expect(ask('authjs-clerk-codemod check --format=js')).toEqual(['--format=json']);
  });
});
