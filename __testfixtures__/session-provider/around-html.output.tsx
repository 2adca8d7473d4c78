import { ClerkProvider } from '@clerk/nextjs';
import type { ReactNode } from 'react';
import { Nav } from '@/components/nav';

export default async function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <style>{`
        body { margin: 0 }
      `}</style>
      </head>
      <body
        className="wide"
      >
        <ClerkProvider>
          <Nav />

          <main>
            {children}
          </main>
        </ClerkProvider>
      </body>
    </html>
  );
}

export function Short({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body className="wide">
        <ClerkProvider>{children}</ClerkProvider>
      </body>
    </html>
  );
}

export const Shortest = ({ children }: { children: ReactNode }) => (
  <html lang="en"><body><ClerkProvider>{children}</ClerkProvider></body></html>
);

export const Keyed = ({ children, id }: { children: ReactNode; id: string }) => (
  <ClerkProvider key={id}>
    <html lang="en">
      <body>{children}</body>
    </html>
  </ClerkProvider>
);
