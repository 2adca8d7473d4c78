import { createElement } from 'react';
import { SessionProvider } from 'next-auth/react';

export const Provider = SessionProvider;
export const element = createElement(SessionProvider, { children: null });
