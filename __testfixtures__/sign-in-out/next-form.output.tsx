import { SignOutButton } from '@clerk/nextjs';

export const SignOutForm = () => {
  return (
    <div className="w-full">
      <SignOutButton redirectUrl="/">
        <button className="text-red" type="submit">
          Sign out
        </button>
      </SignOutButton>
    </div>
  );
};

export const LongSignOutForm = () => {
  return (
    <div
      className="w-full"
    >
      <SignOutButton redirectUrl="/">
        <button
          className="text-red"
          type="submit"
        >
          Sign out
        </button>
      </SignOutButton>
    </div>
  );
};
