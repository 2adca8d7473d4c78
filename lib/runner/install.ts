import { spawn } from 'node:child_process';
import type { Project } from '../project/index.js';
import { installCommand } from './install-command.js';
import type { Output } from './options.js';

/**
 * Runs the app's own package manager in the folder that is read whole. What it prints goes to stderr, since stdout may be a
 * report for a machine.
 * @returns what went wrong, in one line; undefined where it went well
 */
export function install(project: Project, output: Output): Promise<string | undefined> {
  const command = installCommand(project);
  const [name = '', ...args] = command.split(' ');
  return new Promise((settle) => {
    // On Windows package managers are .cmd files, which only a shell starts. No part of the command comes from outside.
    const child = spawn(name, args, {
      cwd: project.root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => output.err(text));
    child.on('error', ({ message }) => settle(`${command} could not be started (${message}): run it by hand.`));
    child.on('close', (code) =>
      settle(code === 0 ? undefined : `${command} failed with code ${code}: run it by hand.`),
    );
  });
}
