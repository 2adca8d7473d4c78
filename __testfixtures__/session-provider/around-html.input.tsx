import { SessionProvider } from 'next-auth/react';
import type { ReactNode } from 'react';
import { auth } from '@/auth';
import { Nav } from '@/components/nav';

export default async function Layout({ children }: { children: ReactNode }) {
  const session = await auth();

  return (
    <SessionProvider session={session} refetchInterval={60}>
      <html lang="en">
        <head>
          <style>{`
        body { margin: 0 }
      `}</style>
        </head>
        <body
          className="wide"
        >
          <Nav />

          <main>
            {children}
          </main>
        </body>
      </html>
    </SessionProvider>
  );
}

export function Short({ children }: { children: ReactNode }) {
  return (
    <SessionProvider>
      <html lang="en">
        <body className="wide">{children}</body>
      </html>
    </SessionProvider>
  );
}

export const Shortest = ({ children }: { children: ReactNode }) => (
  <SessionProvider><html lang="en"><body>{children}</body></html></SessionProvider>
);

export const Keyed = ({ children, id }: { children: ReactNode; id: string }) => (
  <SessionProvider key={id}>
    <html lang="en">
      <body>{children}</body>
    </html>
  </SessionProvider>
);
