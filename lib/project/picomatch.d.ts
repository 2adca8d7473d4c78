/** The part of picomatch that is used here; it ships without types. */
declare module 'picomatch' {
  interface Options {
    dot?: boolean;
    /** Whether `\\` separates folders; unless given, as on the system. */
    windows?: boolean;
  }
  export default function picomatch(globs: string | readonly string[], options?: Options): (path: string) => boolean;
}
