import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { givesSession, isBridge, isClientHelper, isMockHelper } from '../clerk/helpers.js';
import type { PlannedFile } from '../ledger.js';
import type { Project } from '../project/index.js';
import type { FileContext, Helper } from '../source/context.js';
import type { AppSessions } from './app-sessions.js';
import { answeringApp, clientPath, endpointForm, endpointPath, sessionRoutePath } from './client-files.js';
import { helperPath, mockPath, type HelperNeed } from './helpers.js';

/** What a file's rewrite asks for besides its own text; it counts only if the rewrite comes to be. */
interface Needs {
  readonly helpers: HelperNeed[];
  readonly left: PlannedFile[];
}

/** Gives a file's rewrite the generated modules that it asks for, as far as they can be. */
export class GeneratedModules {
  constructor(
    private readonly project: Project,
    private readonly sessions: AppSessions,
    private readonly bridge: boolean,
  ) {}

  /** How a file imports a helper's module; undefined where there can be none. */
  moduleFor(from: string, helper: Helper, form: HelperNeed['form'], needs: Needs): string | undefined {
    const path = helperPath(this.project, from);
    if (path === undefined || !this.project.isTargeted(path) || (!this.bridge && isBridge(helper))) return undefined;
    if (isMockHelper(helper) && this.project.isIgnored(mockPath(path))) return undefined;
    if (helper === 'sessionRoute') {
      const app = answeringApp(this.project, path);
      const route = app && sessionRoutePath(app);
      if (!app || route === undefined || !this.project.isTargeted(route)) return undefined;
      const session = { path, helper: 'getSession', form: endpointForm(app) } as const;
      needs.helpers.push({ path, helper, form: undefined }, session, ...this.sessions.claimsFor(path));
      return this.project.specifierFor(route, from);
    }
    if (isClientHelper(helper)) {
      if (this.project.isIgnored(clientPath(path))) return undefined;
      // What the app's own callbacks make only the server knows.
      if (helper === 'getBrowserSession' || (helper === 'useSession' && this.sessions.keepsCallbacks(path))) {
        const app = answeringApp(this.project, path);
        if (!app || !this.project.isTargeted(endpointPath(app))) return undefined;
        needs.helpers.push({ path, helper: 'getSession', form: endpointForm(app) });
      }
      needs.helpers.push(
        { path, helper, form: undefined },
        ...(givesSession(helper) ? this.sessions.claimsFor(path) : []),
      );
      return this.project.specifierFor(clientPath(path), from);
    }
    needs.helpers.push({ path, helper, form }, ...(helper === 'getSession' ? this.sessions.claimsFor(path) : []));
    return this.project.specifierFor(path, from);
  }

  /** Writes text into a new file beside the generated module. */
  placeFor(from: string, needs: Needs): FileContext['leave'] {
    const module = helperPath(this.project, from);
    if (module === undefined || !this.project.isTargeted(module)) return undefined;
    const path = join(dirname(module), `former-callbacks${extname(module)}`);
    if (existsSync(path)) return undefined;
    return (text) => {
      needs.left.push({ path, before: null, after: `${text}${path.endsWith('.ts') ? '\nexport {};\n' : ''}` });
    };
  }
}
