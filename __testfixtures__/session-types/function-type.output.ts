import { auth } from "@/auth";

// The function itself is asked for, not what it yields.
// TODO(authjs-clerk): session-call-as-value — auth is handed on as a value
export const wrap = (ask: typeof auth, args: Parameters<typeof auth>) => [ask, args];
