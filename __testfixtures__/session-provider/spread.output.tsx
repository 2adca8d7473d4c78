import { ClerkProvider } from '@clerk/nextjs';

export function Providers(props: { children?: React.ReactNode; session?: unknown }) {
  return <ClerkProvider>{props.children}</ClerkProvider>;
}
