"use client"

import { Shell } from "./shell"

export default function Layout({ children, print }: { children: React.ReactNode; print: boolean }) {
	if (print) return <html><body>{children}</body></html>
	return (
		<html>
			<body>
				<Shell>{children}</Shell>
			</body>
		</html>
	)
}
