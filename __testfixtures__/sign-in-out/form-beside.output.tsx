import { SignOutButton } from '@clerk/nextjs';
import { signOut } from '@/lib/clerk-session';

declare function Reason(): null;

export async function Account({ name }: { name: string }) {
  return (
    <>
      <div>
        <span>{name}</span>
        <SignOutButton redirectUrl="/"><button type="submit">Sign out</button></SignOutButton>
      </div>
      <div className="flex">
        Signed in as {name}
        <SignOutButton><button>Leave</button></SignOutButton>
      </div>
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
