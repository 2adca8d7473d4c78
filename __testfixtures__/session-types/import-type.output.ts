// TODO(authjs-clerk): auth-type — a type of Auth.js
export type Locals = {
  session: import("@/lib/clerk-session").Session | null;
  token?: import("@/lib/clerk-session").JWT;
  adapter?: import("next-auth/adapters").Adapter;
};
