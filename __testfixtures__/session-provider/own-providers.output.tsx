'use client';

import { ClerkProvider } from '@clerk/nextjs';
import type { ReactNode } from 'react';

interface Props {
  children: ReactNode;
  session?: null;
}

export const Providers = ({ children }: Props) => <ClerkProvider key="auth" children={children} />;
