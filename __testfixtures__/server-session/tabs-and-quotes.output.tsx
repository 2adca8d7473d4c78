"use server"

import { currentUser } from "@clerk/nextjs/server"

export const greet = async () => {
	const user = await currentUser()
	return {
		name: user?.fullName,
		["email"]: user?.primaryEmailAddress?.emailAddress,
		hint: `${user?.fullName ?? "nobody"} 👩‍🚀 ${user ? 1 : 2}`,
	}
}
