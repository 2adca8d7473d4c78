/** The functions of the generated module: the id that the app's data holds, and the whole person. */
export type Helper = 'getUserId' | 'getUser';
