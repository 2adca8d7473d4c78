import { SignIn } from "@clerk/nextjs";

export default function Login() {
  return <SignIn routing="hash" forceRedirectUrl="/books" />;
}
