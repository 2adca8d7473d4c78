import { SignOutButton, useClerk } from "@clerk/nextjs";

export default function Toolbar({ isKnown, label }: { isKnown: boolean; label: string }) {
    const { redirectToSignIn } = useClerk();
    if (!isKnown) {
        return (
            <button
                className="primary"
                title={`Sign in
  to go on`}
                onClick={() => {
                    redirectToSignIn({
                        signInForceRedirectUrl: "/app",
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
            {isKnown && <SignOutButton><li>
                Sign out
            </li></SignOutButton>}
            <SignOutButton>
                <li>
                    Leave
                </li>
            </SignOutButton>
        </ul>
    );
}
