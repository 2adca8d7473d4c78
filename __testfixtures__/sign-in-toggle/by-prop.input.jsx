export const Bar = ({ isIn }) => (
  <nav>
    <a id="door" href={isIn ? '/api/auth/signout?callbackUrl=/bye' : '/api/auth/signin'}>{isIn ? 'Sign out' : 'Sign in'}</a>
  </nav>
)
