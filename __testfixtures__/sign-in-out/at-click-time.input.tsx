import { signIn } from "next-auth/react";
import { useRef } from "react";

export function Here() {
  const target = useRef("/app");
  return (
    <div>
      <button onClick={() => signIn("github", { callbackUrl: window.location.href })}>Here</button>
      <button onClick={() => signIn("github", { callbackUrl: target.current })}>There</button>
      <button onClick={() => { /* no provider: the page asks */ signIn(); }}>Ask</button>
    </div>
  );
}
