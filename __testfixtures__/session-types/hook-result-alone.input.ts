import type { SessionContextValue } from 'next-auth/react';

export type Status = SessionContextValue['status'];
export type Asked = SessionContextValue<true>;
