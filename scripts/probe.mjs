// Shows what becomes of a probe: its files after the run, and what it does before and after for every visitor.
//   npm run probe -- v4-app/components/greeting.tsx
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv[2] ?? '';
const server = await createViteServer({ root, configFile: false, logLevel: 'error', server: { middlewareMode: true } });
try {
  const { inspect } = await server.ssrLoadModule('/__tests__/equal/inspect.ts');
  console.log(await inspect(wanted));
} finally {
  await server.close();
}
// React’s scheduler keeps the process alive.
process.exit();
