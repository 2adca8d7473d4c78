import type { Session } from 'next-auth';
import { useSession } from 'next-auth/react';
import { createContext, useContext, type ReactNode } from 'react';

interface CurrentUser {
  user: Session['user'] | null;
  isLoading: boolean;
}

const CurrentUserContext = createContext<CurrentUser>({ user: null, isLoading: true });

export function CurrentUserProvider({ children }: { children: ReactNode }) {
  const { data: session, status } = useSession();
  return (
    <CurrentUserContext.Provider value={{ user: session?.user ?? null, isLoading: status === 'loading' }}>
      {children}
    </CurrentUserContext.Provider>
  );
}

export const useCurrentUser = () => useContext(CurrentUserContext);
