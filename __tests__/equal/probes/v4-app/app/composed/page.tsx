import { withUser } from '@/parts/with-user-page';

export default withUser(async function Composed({ user }) {
  return (
    <p>
      {user.name ?? 'unnamed'} {user.id}
    </p>
  );
});
