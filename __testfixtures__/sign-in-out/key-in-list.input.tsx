import { signIn } from "next-auth/react";

const targets = ["/a", "/b"];

export function Targets() {
  return (
    <ul>
      {targets.map((target) => (
        <li
          key={target}
          className="target"
          onClick={() => signIn("github", { callbackUrl: target })}
        >
          {target}
        </li>
      ))}
    </ul>
  );
}
