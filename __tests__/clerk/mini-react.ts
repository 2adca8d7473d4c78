/** The few hooks that generated modules use, run without a DOM: a component is a function that calls a hook. */
export class MiniReact {
  #mounted: Mounted[] = [];
  #current: Mounted | undefined;

  /** The module `react`, as far as it is needed. */
  readonly module = {
    useCallback: <T>(value: T, deps: readonly unknown[]): T => this.#memo(() => value, deps),
    useMemo: <T>(make: () => T, deps: readonly unknown[]): T => this.#memo(make, deps),
    useEffect: (run: () => (() => void) | void, deps: readonly unknown[]): void => {
      const cell = this.#cell<{ deps?: readonly unknown[]; undo?: (() => void) | void }>({});
      if (isSame(cell.deps, deps)) return;
      cell.deps = deps;
      this.#current!.effects.push(() => {
        cell.undo?.();
        cell.undo = run();
      });
    },
    useSyncExternalStore: <T>(subscribe: (listener: () => void) => () => void, get: () => T): T => {
      const cell = this.#cell<{ undo?: () => void }>({});
      cell.undo ??= subscribe(() => this.render());
      return get();
    },
  };

  /** Renders a component, now and whenever something asks for it; `seen` holds what its hook gave back, in order. */
  mount<T>(hook: () => T): { readonly seen: T[]; readonly last: T } {
    const mounted: Mounted = { cells: [], at: 0, effects: [], run: () => void seen.push(hook()) };
    const seen: T[] = [];
    this.#mounted.push(mounted);
    this.#renderOne(mounted);
    return {
      seen,
      get last() {
        return seen.at(-1)!;
      },
    };
  }

  render(): void {
    for (const each of this.#mounted) this.#renderOne(each);
  }

  #renderOne(mounted: Mounted): void {
    mounted.at = 0;
    this.#current = mounted;
    mounted.run();
    for (const effect of mounted.effects.splice(0)) effect();
  }

  #cell<T>(initial: T): T {
    const { cells, at } = this.#current!;
    this.#current!.at += 1;
    return (cells[at] ??= initial) as T;
  }

  #memo<T>(make: () => T, deps: readonly unknown[]): T {
    const cell = this.#cell<{ deps?: readonly unknown[]; value?: T }>({});
    if (!isSame(cell.deps, deps)) [cell.deps, cell.value] = [deps, make()];
    return cell.value as T;
  }
}

interface Mounted {
  readonly cells: unknown[];
  at: number;
  readonly effects: (() => void)[];
  readonly run: () => void;
}

const isSame = (a: readonly unknown[] | undefined, b: readonly unknown[]): boolean =>
  a !== undefined && a.every((each, index) => Object.is(each, b[index]));
