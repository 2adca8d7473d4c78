import type { Project } from '../project/index.js';

/** The title of the follow-up that a successful install makes void. */
export const INSTALL_TITLE = 'Install what package.json names now';

/** The app's own package manager; npm where nothing names one. */
export const installCommand = ({ packageManager }: Project): string => `${packageManager ?? 'npm'} install`;
