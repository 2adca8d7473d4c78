/** Says what is going on in the run of one app, and takes the time. */
export class Stages {
  /** By stage. */
  readonly seconds: Record<string, number> = {};

  constructor(
    private readonly app: string,
    private readonly log: (line: string) => void,
  ) {}

  say(line: string): void {
    this.log(`${this.app}: ${line}`);
  }

  async time<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const result = await work();
    this.seconds[stage] = Math.round((performance.now() - started) / 100) / 10;
    this.say(`${stage} ${this.seconds[stage]} s`);
    return result;
  }
}
