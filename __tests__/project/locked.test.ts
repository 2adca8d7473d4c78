import { expect, it } from 'vitest';
import { lockedVersion } from '../../lib/project/locked.js';
import { folder } from '../runner/folder.js';

it.each([
  ['npm', { 'package-lock.json': '{"packages":{"node_modules/next":{"version":"14.0.4"}}}' }],
  ['npm of old', { 'package-lock.json': '{"dependencies":{"next":{"version":"14.0.4"}}}' }],
  ['pnpm', { 'pnpm-lock.yaml': 'packages:\n\n  next@14.0.4:\n    resolution: {}\n\n  next-auth@4.24.5:\n    x: y\n' }],
  ['pnpm with peers', { 'pnpm-lock.yaml': 'packages:\n  next@14.0.4(react@18.2.0):\n    resolution: {}\n' }],
  ['pnpm of old', { 'pnpm-lock.yaml': 'packages:\n  /next@14.0.4(react@18.2.0):\n    x: y\n' }],
  ['pnpm, older', { 'pnpm-lock.yaml': 'packages:\n  /next/14.0.4_react@18.2.0:\n    x: y\n' }],
  ['yarn', { 'yarn.lock': 'next-auth@^4:\n  version "4.24.5"\n\nnext@^14.0.0:\n  version "14.0.4"\n' }],
  ['yarn, newer', { 'yarn.lock': '"next@npm:^14.0.0":\n  version: 14.0.4\n  resolution: "next@npm:14.0.4"\n' }],
  ['bun', { 'bun.lock': '{ "packages": { "next": ["next@14.0.4", "", {}], } }' }],
  ['what is installed', { 'node_modules/next/package.json': '{"version":"14.0.4"}', 'package-lock.json': '{}' }],
])('reads the release from the lock file of %s', (_, files) => {
  const root = folder(files);
  expect(lockedVersion('next', '^14.0.0', root, root)).toBe('14.0.4');
});

it.each([
  ['no lock file', {}],
  ['one that is broken', { 'package-lock.json': '{' }],
  ['several releases', { 'pnpm-lock.yaml': 'packages:\n  next@14.0.4:\n    x: y\n  next@15.0.0:\n    x: y\n' }],
  ['another range', { 'yarn.lock': 'next@^13.0.0:\n  version "13.0.4"\n' }],
])('tells nothing by %s', (_, files) => {
  const root = folder(files);
  expect(lockedVersion('next', '^14.0.0', root, root)).toBeUndefined();
});
