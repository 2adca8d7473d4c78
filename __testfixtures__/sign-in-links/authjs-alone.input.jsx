import Link from 'next/link'

export const Bar = () => (
  <nav>
    <Link href="/">Home</Link>
    <Link href="/api/auth/signin">Sign in</Link>
    <a href="/api/auth/signout">Sign out</a>
  </nav>
)
