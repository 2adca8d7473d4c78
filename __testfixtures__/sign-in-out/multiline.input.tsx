import { signIn, signOut } from "next-auth/react";

export default function Toolbar({ isKnown, label }: { isKnown: boolean; label: string }) {
    if (!isKnown) {
        return (
            <button
                className="primary"
                title={`Sign in
  to go on`}
                onClick={() => {
                    signIn("github", {
                        callbackUrl: "/app",
                    });
                }}
            >
                <span>{label}</span>

                Sign in
            </button>
        );
    }
    return (
        <ul>
            {isKnown && <li
                onClick={() => signOut()}>
                Sign out
            </li>}
            <li
                onClick={() => signOut()}
            >
                Leave
            </li>
        </ul>
    );
}
