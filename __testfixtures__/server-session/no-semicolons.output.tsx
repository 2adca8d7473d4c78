import { currentUser } from "@clerk/nextjs/server"

export default async function Page() {
	const user = await currentUser()
	if (!user) return null
	const name = user.fullName
	const email = user.primaryEmailAddress?.emailAddress
	;[name, email].forEach((each) => console.log(each))
	;[1].forEach(() => console.log(user.fullName))
	return <p>{name}</p>
}
