import { SignInButton } from "@clerk/nextjs";

const targets = ["/a", "/b"];

export function Targets() {
  return (
    <ul>
      {targets.map((target) => (
        <SignInButton key={target} forceRedirectUrl={target}>
          <li
            className="target"
          >
            {target}
          </li>
        </SignInButton>
      ))}
    </ul>
  );
}
