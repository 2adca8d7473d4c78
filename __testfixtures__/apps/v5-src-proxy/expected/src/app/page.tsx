import { auth } from '@clerk/nextjs/server'
import { AccountMenu } from '~/components/account-menu'

export default async function Home() {
	const { isAuthenticated } = await auth()

	return <main>{isAuthenticated ? <AccountMenu /> : <p>Nothing to see.</p>}</main>
}
