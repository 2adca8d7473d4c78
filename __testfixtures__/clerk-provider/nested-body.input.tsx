import type { ReactNode } from 'react';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <div className="page">
          <div className="bar">
            <div>Desk</div>
          </div>
          {children}
        </div>
      </body>
    </html>
  );
}
