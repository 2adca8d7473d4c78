'use client'

import { SignOutButton } from '@clerk/nextjs'

export function AccountMenu() {
	return (
		<nav>
			<a href='/entries'>Entries</a>
			<SignOutButton>
				<button type='button'>
					Sign out
				</button>
			</SignOutButton>
		</nav>
	)
}
