/** Open to everybody. */
export const publicRoutes = ['/', '/about', '/pricing'];
/** For those who are not signed in yet. */
export const authRoutes = ['/start', '/join'];
export const apiAuthPrefix = '/api/auth';
export const DEFAULT_LOGIN_REDIRECT = '/app';
