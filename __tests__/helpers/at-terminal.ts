import { spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** Runs a command at a pseudo-terminal, waits for texts and types answers; JSON in and out. Node has no such thing. */
const DRIVER = `
import fcntl, json, os, pty, select, signal, struct, sys, termios, time

task = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(task["cwd"])
    os.execvpe(task["argv"][0], task["argv"], task["env"])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 110, 0, 0))

steps, output, seen, missed = task["steps"], "", 0, None
PATIENCE = 30  # seconds without a sign
deadline = time.monotonic() + PATIENCE
while True:
    ready, _, _ = select.select([terminal], [], [], 0.2)
    if ready:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        output += data.decode("utf8", "replace")
        deadline = time.monotonic() + PATIENCE
    while steps and steps[0][0] in output[seen:]:
        wanted, typed = steps.pop(0)
        seen = output.index(wanted, seen) + len(wanted)
        # Keys that come before the prompt listens are echoed, not read.
        time.sleep(0.2)
        os.write(terminal, typed.encode())
    if time.monotonic() > deadline:
        missed = steps[0][0] if steps else "the end"
        os.kill(pid, signal.SIGKILL)
        break
_, status = os.waitpid(pid, 0)
print(json.dumps({"code": os.waitstatus_to_exitcode(status), "output": output, "missed": missed or (steps[0][0] if steps else None)}))
`;

export const hasPty = spawnSync('python3', ['-c', 'import pty']).status === 0;

export interface Session {
  /** The exit code, or minus the signal that ended it. */
  readonly code: number;
  /** All that came to the terminal. */
  readonly output: string;
  /** The same without colours and movements of the cursor. */
  readonly text: string;
  /** What was waited for and never came. */
  readonly missed: string | null;
}

/** A command as a person sees it: waits for a text, then types what is beside it. */
export function atTerminal(
  argv: readonly string[],
  cwd: string,
  steps: readonly (readonly [wait: string, type: string])[],
): Session {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
  const input = JSON.stringify({ argv, cwd, env, steps });
  const { stdout, stderr } = spawnSync('python3', ['-c', DRIVER], { input, encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
  const ended = JSON.parse(stdout) as Omit<Session, 'text'>;
  return { ...ended, text: stripVTControlCharacters(ended.output) };
}
