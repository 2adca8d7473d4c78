import Form from 'next/form';
import { signOut } from '@/auth';

export const SignOutForm = () => {
  return (
    <Form
      action={async () => {
        'use server';

        await signOut({ redirectTo: '/' });
      }}
      className="w-full"
    >
      <button className="text-red" type="submit">
        Sign out
      </button>
    </Form>
  );
};

export const LongSignOutForm = () => {
  return (
    <Form
      action={async () => {
        'use server';

        await signOut({ redirectTo: '/' });
      }}
      className="w-full"
    >
      <button
        className="text-red"
        type="submit"
      >
        Sign out
      </button>
    </Form>
  );
};
