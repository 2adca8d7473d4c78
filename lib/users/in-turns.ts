/**
 * Does something with every item, so many at a time, in their order.
 * @throws the first error, when what was under way has ended; nothing more is begun then
 */
export async function inTurns<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  atOnce: number,
  act: (item: Item) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const source = iterate(items);
  const stop = new AbortController();
  const isOver = (): boolean => stop.signal.aborted || signal?.aborted === true;
  const worker = async (): Promise<void> => {
    while (!isOver()) {
      // A generator hands out one item at a time, to whoever asks first.
      const { done, value } = await source.next();
      if (done === true) return;
      await act(value);
    }
  };
  const guarded = async (): Promise<void> => {
    try {
      await worker();
    } catch (error) {
      stop.abort(error);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, guarded));
  await source.return(undefined);
  if (stop.signal.aborted) throw stop.signal.reason;
}

async function* iterate<Item>(items: Iterable<Item> | AsyncIterable<Item>): AsyncGenerator<Item, void, undefined> {
  yield* items;
}
