import Link from "next/link";
import { Account } from "@/components/account";

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Home</Link> <Link href="/journal">Journal</Link>
        </nav>
        <Account />
        {children}
      </body>
    </html>
  );
}
