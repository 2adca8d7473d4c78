import { redirect } from 'next/navigation'
import { auth } from '~/auth'
import { entriesOf } from '~/db'

export default async function Entries() {
	const session = await auth()
	if (!session?.user?.id) redirect('/')

	const entries = await entriesOf(session.user.id)

	return (
		<ol>
			{entries.map((entry) => (
				<li key={entry.id}>{entry.text}</li>
			))}
		</ol>
	)
}
