import { redirect } from 'next/navigation'
import { getUserId } from '~/lib/clerk-session'
import { entriesOf } from '~/db'

export default async function Entries() {
	const userId = await getUserId()
	if (!userId) redirect('/')

	const entries = await entriesOf(userId)

	return (
		<ol>
			{entries.map((entry) => (
				<li key={entry.id}>{entry.text}</li>
			))}
		</ol>
	)
}
