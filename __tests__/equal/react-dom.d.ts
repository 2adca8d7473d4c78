// React's own types for these are another package; the harness needs only this much of them.
declare module 'react-dom/client' {
  export function createRoot(
    container: unknown,
    options?: { onUncaughtError?: (error: unknown) => void },
  ): { render(node: import('react').ReactNode): void; unmount(): void };
}

declare module 'react-dom/server' {
  export function renderToReadableStream(
    node: import('react').ReactNode,
    options?: { onError?: (error: unknown) => void },
  ): Promise<import('node:stream/web').ReadableStream & { readonly allReady: Promise<void> }>;
}
