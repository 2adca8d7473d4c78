import { signIn } from 'next-auth/react'

export default function () {
	const go = () => {
		console.log('on the way')
		signIn('keycloak')
	}
	return <button onClick={go}>Sign in</button>
}
