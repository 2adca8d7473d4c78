import { AccountMenu, AuthProvider } from "@acme/auth/client";

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AuthProvider>
          <AccountMenu />
          {children}
        </AuthProvider>
      </body>
    </html>
  );
}
