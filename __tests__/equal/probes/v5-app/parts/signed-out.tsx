export const SignedOut = () => <p>please come in</p>;
