import NextAuth from 'next-auth'
import Google from 'next-auth/providers/google'

export const { handlers, auth, signOut } = NextAuth({
	providers: [Google],
	callbacks: {
		authorized({ auth, request }) {
			return !!auth || request.nextUrl.pathname === '/'
		},
		session({ session, token }) {
			session.user.id = token.sub!
			return session
		},
	},
})
