import { ClerkProvider as ClerkProviderComponent } from '@clerk/nextjs';
import type { ReactNode } from 'react';

export function ClerkProvider({ children }: { children: ReactNode }) {
  return <ClerkProviderComponent>{children}</ClerkProviderComponent>;
}
