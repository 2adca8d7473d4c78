import { SignInButton, SignOutButton } from "@clerk/nextjs";

export default function Toolbar({ isKnown, label }: { isKnown: boolean; label: string }) {
    if (!isKnown) {
        return (
            <SignInButton forceRedirectUrl="/app">
                <button
                    className="primary"
                    title={`Sign in
  to go on`}
                >
                    <span>{label}</span>

                    Sign in
                </button>
            </SignInButton>
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
