import type { ReactNode } from 'react';
import { ClerkProvider } from '@clerk/nextjs';
import { auth } from '@clerk/nextjs/server';
import { Menu } from '@/components/menu';

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { isAuthenticated } = await auth();

  return (
    <html lang="en">
      <body className="page">
        <ClerkProvider>
          <script
            dangerouslySetInnerHTML={{
              __html: `
  document.body.dataset.ready = 'yes';
`,
            }}
          />
          {isAuthenticated ? <Menu /> : null}

          {children}
        </ClerkProvider>
      </body>
    </html>
  );
}
