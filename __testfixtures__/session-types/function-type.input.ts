import { auth } from "@/auth";

// The function itself is asked for, not what it yields.
export const wrap = (ask: typeof auth, args: Parameters<typeof auth>) => [ask, args];
