"use client"

import { Shell } from "./shell"
import { ClerkProvider } from "@clerk/nextjs"

export default function Layout({ children, print }: { children: React.ReactNode; print: boolean }) {
	if (print) return <html><body><ClerkProvider>{children}</ClerkProvider></body></html>
	return (
		<html>
			<body>
				<ClerkProvider>
					<Shell>{children}</Shell>
				</ClerkProvider>
			</body>
		</html>
	)
}
