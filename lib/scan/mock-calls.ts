const MOCKERS = /^(?:vi|jest|vitest|require|mock)$/;
const MOCKS = /ock$|ockModule$|requireActual|importActual|requireMock|importMock|^resolve$|^module$/;

/** Whether `object.property('x')` names a module, to replace it in a test or to load what is replaced. */
export const isMockCall = (object: string, property: string): boolean => MOCKERS.test(object) && MOCKS.test(property);
