import type { ReactNode } from 'react';
import { auth } from '@/auth';
import { Menu } from '@/components/menu';

export default async function RootLayout({ children }: { children: ReactNode }) {
  const session = await auth();

  return (
    <html lang="en">
      <body className="page">
        <script
          dangerouslySetInnerHTML={{
            __html: `
  document.body.dataset.ready = 'yes';
`,
          }}
        />
        {session ? <Menu /> : null}

        {children}
      </body>
    </html>
  );
}
