import { auth } from '~/auth'
import { AccountMenu } from '~/components/account-menu'

export default async function Home() {
	const session = await auth()

	return <main>{session ? <AccountMenu /> : <p>Nothing to see.</p>}</main>
}
