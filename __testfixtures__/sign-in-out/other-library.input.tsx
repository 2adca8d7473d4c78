// signIn() and signOut() of next-auth/react were here once.
import { useSignIn } from "@clerk/nextjs";

const signOut = () => {};

export function Account({ signIn }: { signIn: () => void }) {
  const { fetchStatus } = useSignIn();
  return (
    <p title={`signIn() ${fetchStatus}`}>
      <button onClick={() => signIn()}>signIn()</button>
      <button onClick={signOut}>Sign out</button>
    </p>
  );
}
