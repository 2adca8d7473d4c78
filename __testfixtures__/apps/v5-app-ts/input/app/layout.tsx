import { UserButton } from "@/components/user-button"

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <UserButton />
        {children}
      </body>
    </html>
  )
}
