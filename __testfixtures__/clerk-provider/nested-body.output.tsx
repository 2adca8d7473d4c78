import type { ReactNode } from 'react';
import { ClerkProvider } from '@clerk/nextjs';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <ClerkProvider>
        <div className="page">
          <div className="bar">
            <div>Desk</div>
          </div>
          {children}
        </div>
        </ClerkProvider>
      </body>
    </html>
  );
}
