import { Bindings } from '../ast/bindings.js';
import { styleOf } from '../ast/style.js';
import { child, childList, nameOf, type Node } from '../ast/tree.js';
import { MARKER } from '../clerk/generated/session-module.js';
import { isUserEvent, USER_EVENTS, type UserEvent, type UserTable } from '../clerk/user-table.js';
import type { FollowUp } from '../ledger.js';
import type { Project } from '../project/index.js';
import { typescriptAt } from '../project/typescript.js';
import { objectAt, valueOf } from '../scan/callback-scope.js';
import type { AuthConfig } from '../scan/config.js';
import { oxcProgram } from '../scan/oxc.js';
import type { ScannedFile } from '../scan/sites.js';
import { readUserEvent } from '../scan/user-events.js';
import { dedented } from './callback-module.js';
import { movedImports } from './moved-imports.js';

interface Input {
  readonly project: Project;
  readonly file: ScannedFile;
  readonly config: AuthConfig;
  readonly table: UserTable;
  /** The file that the events' code moves to, and the generated module that runs it. */
  readonly home: string;
  readonly module: string;
  /** Whether a route hears of sign-ins. */
  readonly hasRoute: boolean;
}

/** What becomes of the options' events. */
export interface MovedEvents {
  /** The text of the file that has them; undefined where none moves. */
  readonly text: string | undefined;
  readonly names: readonly UserEvent[];
  /** Why the others don't, by their names. */
  readonly left: ReadonlyMap<string, string>;
}

/** Moves the code of Auth.js's events that the rows of users are all it needs for. */
export function moveEvents(input: Input): MovedEvents {
  const { file, config, table, hasRoute } = input;
  const text = file.text.replace(/^\uFEFF/, '');
  const program = oxcProgram(file.path, text);
  const bindings = new Bindings(program);
  const object = objectAt(program, config);
  const left = new Map<string, string>();
  const moved: { name: UserEvent; property: Node; needed: Node[] }[] = [];
  for (const property of childList(valueOf(object, 'events'), 'properties')) {
    const name = nameOf(child(property, 'key')) ?? '…';
    if (!isUserEvent(name)) left.set(name, 'Clerk has no such event');
    else if (name === 'signIn' && !hasRoute) left.set(name, 'no route hears of sign-ins');
    else {
      const needed = readUserEvent(property, name, { program, bindings, sites: file.sites, table });
      if (typeof needed === 'string') left.set(name, needed);
      else moved.push({ name, property, needed });
    }
  }
  const written = moved.length > 0 ? eventModule(moved, text, program, bindings, input) : undefined;
  if (moved.length > 0 && written === undefined)
    for (const { name } of moved) left.set(name, 'it needs what can’t be imported from elsewhere');
  return { text: written, names: written === undefined ? [] : moved.map(({ name }) => name), left };
}

function eventModule(
  moved: readonly { property: Node; needed: readonly Node[] }[],
  text: string,
  program: Node,
  bindings: Bindings,
  { project, file, home, module }: Input,
): string | undefined {
  const style = styleOf(program, text);
  const needed = [...new Set(moved.flatMap((each) => each.needed))].toSorted((a, b) => a.start - b.start);
  const spans = [...moved.map(({ property }) => property), ...needed];
  const imports = movedImports({ project, file, program, bindings, spans, home });
  if (!imports || imports.types.size > 0) return undefined;
  const typescript = home.endsWith('.ts');
  const own = project.specifierFor(module, home);
  const { satisfies } = typescriptAt(home, project);
  const annotation = typescript && !satisfies ? ': UserEvents' : '';
  const lines = [
    ...imports.lines,
    ...(typescript ? [`import type { UserEvents } from ${style.quote}${own}${style.quote}${style.semicolon}`] : []),
  ];
  const parts = moved.map(({ property }) => `${style.indent}${dedented(property, text, style.indent)},`);
  return [
    [`// ${MARKER}: user events`, ...lines].join('\n'),
    ...needed.map(({ start, end }) => text.slice(start, end)),
    `/** What ran on Auth.js’s events. */\nexport const userEvents${annotation} = {\n${parts.join('\n\n')}\n}${typescript && satisfies ? ' satisfies UserEvents' : ''}${style.semicolon}\n`,
  ]
    .join('\n\n')
    .replace(/\r?\n/g, text.includes('\r\n') ? '\r\n' : '\n');
}

/** Says of each event's follow-up where its code runs now, or why it does not. */
export function tellOfEvents(notes: readonly FollowUp[], { names, left }: MovedEvents, home: string): void {
  for (const note of notes) {
    const name = /^events\.(\S+) went/.exec(note.title)?.[1];
    if (note.rule !== 'auth-config-event' || name === undefined) continue;
    const event = names.find((each) => each === name);
    if (event) {
      note.title = `events.${name} runs at another time`;
      note.detail = note.detail.replace(
        / ran code of the app’s own\..*$/,
        `: its code is in ${home} now, and runs ${USER_EVENTS[event]}.`,
      );
    } else if (left.has(name)) note.detail += ` It was not moved: ${left.get(name)}.`;
  }
}
