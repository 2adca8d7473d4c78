import Link from "next/link";
import { Account } from "@/components/account";
import { Providers } from "@/components/providers";

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Providers>
          <nav>
            <Link href="/">Home</Link> <Link href="/board">Board</Link> <Link href="/about">About</Link>
          </nav>
          <Account />
          {children}
        </Providers>
      </body>
    </html>
  );
}
