import { useClerk } from '@clerk/nextjs'

export default function () {
	const { redirectToSignIn } = useClerk()
	const go = () => {
		console.log('on the way')
		redirectToSignIn()
	}
	return <button onClick={go}>Sign in</button>
}
