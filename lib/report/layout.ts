import type { Colors } from 'picocolors/types.js';

export interface PrettyOptions {
  /** From picocolors.createColors(). */
  colors: Colors;
  /** Nothing was written: files are as read, so the lines shown are theirs. */
  dryRun: boolean;
  /** The terminal's width; without it no line is wrapped. */
  columns?: number;
}

/** A column of messages narrower than this is worse than a line that the terminal wraps. */
export const NARROWEST = 40;

/** The widest entry, but no wider than most need: a few very long paths stick out rather than push everything aside. */
export function columnWidth(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length).filter((length) => length <= 72));
}
