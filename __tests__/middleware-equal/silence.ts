import { afterAll, beforeAll, vi, type MockInstance } from 'vitest';

/** Keeps to itself what middlewares and the two libraries print while they are asked. */
export function silence(): void {
  let quiet: MockInstance[] = [];
  beforeAll(() => {
    quiet = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
      vi.spyOn(console, method).mockImplementation(() => {}),
    );
  });
  afterAll(() => {
    for (const each of quiet) each.mockRestore();
  });
}
