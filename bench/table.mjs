// The table of a run of the benchmark, and its place in the page.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const [START, END] = ['<!-- bench -->', '<!-- end of bench -->'];

export class Table {
  #rows = [];
  #about;

  constructor({ rounds, versions }) {
    this.#about = [
      `${cpus().length} × ${cpus()[0].model.trim()}`,
      `${Math.round(totalmem() / 2 ** 30)} GiB`,
      `${process.platform} ${process.arch}`,
      `Node ${process.version}`,
      ...versions.filter((each) => each !== undefined),
      new Date().toISOString().slice(0, 10),
      `medians of ${rounds} rounds, memory the most of all`,
    ].join(', ');
  }

  /** @param rows the name of each command with its numbers; ratios are to the first */
  part(title, rows) {
    this.#rows.push([`**${title}**`, '', '', '', '', '']);
    for (const [name, { wall, wallRatio, cpu, cpuRatio, rss }] of rows)
      this.#rows.push([name, seconds(wall), times(wallRatio), seconds(cpu), times(cpuRatio), `${Math.round(rss)} MiB`]);
  }

  toString() {
    const all = [
      ['', 'wall', 'ratio', 'CPU', 'ratio', 'memory'],
      ['---', '--:', '--:', '--:', '--:', '--:'],
      ...this.#rows,
    ];
    return `${this.#about}.\n\n${all.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
  }

  /** Prints the table, and puts it where the page has one. */
  write(page) {
    console.log(this.toString());
    const text = readFileSync(page, 'utf8');
    const [start, end] = [text.indexOf(START), text.indexOf(END)];
    if (start < 0 || end < start) throw new Error(`${page} has no ${START} … ${END} to put the table in`);
    writeFileSync(page, `${text.slice(0, start)}${START}\n\n${this}\n${text.slice(end)}`);
  }
}

const seconds = (ms) => `${(ms / 1000).toFixed(ms < 1000 ? 3 : 2)} s`;
const times = (ratio) => ratio.toFixed(2);
