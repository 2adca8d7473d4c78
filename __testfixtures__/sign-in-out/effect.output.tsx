import { useClerk } from "@clerk/nextjs";
import { useCallback, useEffect } from "react";

export function useSignedIn(isKnown: boolean | undefined) {
  const { redirectToSignIn } = useClerk();
  useEffect(() => {
    if (isKnown === false) redirectToSignIn();
  }, [isKnown]);
}

export default function Gate({ isKnown }: { isKnown: boolean }) {
  const { redirectToSignIn } = useClerk();
  const go = useCallback(() => {
    redirectToSignIn({ signInForceRedirectUrl: "/app" });
  }, [redirectToSignIn]);
  useEffect(() => {
    if (!isKnown) go();
  }, [isKnown, go]);
  return null;
}
