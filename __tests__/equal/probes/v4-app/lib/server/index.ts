export { getSession } from './session';
export * from './limits';
