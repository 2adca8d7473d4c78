import { auth } from "@/auth";

// TODO(authjs-clerk): session-escapes — the session is used where it is asked for; put it into a constant first; the app’s sessions hold fields of its own: user.role
export const viewer = async () => (await auth())?.user;
