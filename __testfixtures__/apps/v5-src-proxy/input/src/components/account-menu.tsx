'use client'

import { signOut } from 'next-auth/react'

export function AccountMenu() {
	return (
		<nav>
			<a href='/entries'>Entries</a>
			<button type='button' onClick={() => signOut()}>
				Sign out
			</button>
		</nav>
	)
}
