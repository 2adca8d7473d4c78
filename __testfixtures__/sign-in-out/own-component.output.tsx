import { useClerk } from "@clerk/nextjs";

function ProviderButton({ onClick, name }: { onClick: () => void; name: string }) {
  return <button onClick={onClick}>{name}</button>;
}

export function Providers() {
  const { redirectToSignIn } = useClerk();
  return <ProviderButton name="GitHub" onClick={() => redirectToSignIn({ signInForceRedirectUrl: "/app" })} />;
}
