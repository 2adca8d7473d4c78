import { useClerk } from "@clerk/nextjs";
import { useRef } from "react";

export function Here() {
  const { redirectToSignIn } = useClerk();
  const target = useRef("/app");
  return (
    <div>
      <button onClick={() => redirectToSignIn({ signInForceRedirectUrl: window.location.href })}>Here</button>
      <button onClick={() => redirectToSignIn({ signInForceRedirectUrl: target.current })}>There</button>
      <button onClick={() => { /* no provider: the page asks */ redirectToSignIn(); }}>Ask</button>
    </div>
  );
}
