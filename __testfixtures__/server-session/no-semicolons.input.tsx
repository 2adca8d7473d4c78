import { getServerSession } from "next-auth"
import { authOptions } from "@/lib/auth"

export default async function Page() {
	const session = await getServerSession(authOptions)
	if (!session?.user) return null
	const { name, email } = session.user
	;[name, email].forEach((each) => console.log(each))
	const user = session.user
	;[1].forEach(() => console.log(user.name))
	return <p>{name}</p>
}
