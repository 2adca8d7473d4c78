import { signIn } from "next-auth/react";
import { useCallback, useEffect } from "react";

export function useSignedIn(isKnown: boolean | undefined) {
  useEffect(() => {
    if (isKnown === false) signIn();
  }, [isKnown]);
}

export default function Gate({ isKnown }: { isKnown: boolean }) {
  const go = useCallback(() => {
    signIn("github", { callbackUrl: "/app" });
  }, [signIn]);
  useEffect(() => {
    if (!isKnown) go();
  }, [isKnown, go]);
  return null;
}
