import type { ExampleApp } from './app.js';
import { MONOREPO } from './monorepo.js';
import { V4_APP_ROUTER } from './v4-app-router.js';
import { V4_JAVASCRIPT } from './v4-javascript.js';
import { V4_PAGES_TRPC } from './v4-pages-trpc.js';
import { V5_PROXY } from './v5-proxy.js';
import { V5_ROLES } from './v5-roles.js';

/** The examples that the harness runs, in this order. */
export const APPS: readonly ExampleApp[] = [V4_APP_ROUTER, V4_PAGES_TRPC, V5_ROLES, V5_PROXY, V4_JAVASCRIPT, MONOREPO];
