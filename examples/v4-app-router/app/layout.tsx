import { UserMenu } from "@/components/user-menu";
import { Providers } from "./providers";

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Providers>
          <UserMenu />
          {children}
        </Providers>
      </body>
    </html>
  );
}
