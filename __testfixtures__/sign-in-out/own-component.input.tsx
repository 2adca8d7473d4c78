import { signIn } from "next-auth/react";

function ProviderButton({ onClick, name }: { onClick: () => void; name: string }) {
  return <button onClick={onClick}>{name}</button>;
}

export function Providers() {
  return <ProviderButton name="GitHub" onClick={() => signIn("github", { callbackUrl: "/app" })} />;
}
