/** Told of long work as it goes on: what is done, and how much of how much. */
export type Progress = (doing: string, done: number, total: number) => void;
