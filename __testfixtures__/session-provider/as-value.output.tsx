import { createElement } from 'react';
import { SessionProvider } from 'next-auth/react';

// TODO(authjs-clerk): session-provider-as-value — SessionProvider is handed on as a value
export const Provider = SessionProvider;
// TODO(authjs-clerk): session-provider-as-value — SessionProvider is handed on as a value
export const element = createElement(SessionProvider, { children: null });
