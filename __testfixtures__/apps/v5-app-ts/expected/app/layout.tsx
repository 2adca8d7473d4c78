import { UserButton } from "@/components/user-button"
import { ClerkProvider } from "@clerk/nextjs"

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <ClerkProvider>
          <UserButton />
          {children}
        </ClerkProvider>
      </body>
    </html>
  )
}
