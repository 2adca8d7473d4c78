import { signOut } from '@/auth';

declare function Reason(): null;

export async function Account({ name }: { name: string }) {
  return (
    <>
      <form
        action={async () => {
          'use server';
          await signOut({ redirectTo: '/' });
        }}
      >
        <span>{name}</span>
        <button type="submit">Sign out</button>
      </form>
      <form
        className="flex"
        action={async () => {
          'use server';
          await signOut();
        }}
      >
        Signed in as {name}
        <button>Leave</button>
      </form>
      <form
        action={async () => {
          'use server';
          await signOut();
        }}
      >
        <input name="reason" />
        <button>Leave with a reason</button>
      </form>
      <form
        action={async () => {
          'use server';
          await signOut();
        }}
      >
        <Reason />
        <button>Leave with whatever that is</button>
      </form>
    </>
  );
}
