"use server"

import { auth } from "@/auth"

export const greet = async () => {
	const session = await auth()
	return {
		name: session?.user?.name,
		["email"]: session?.["user"]?.["email"],
		hint: `${session?.user?.name ?? "nobody"} 👩‍🚀 ${session ? 1 : 2}`,
	}
}
