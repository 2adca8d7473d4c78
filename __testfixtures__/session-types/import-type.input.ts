export type Locals = {
  session: import("next-auth").Session | null;
  token?: import("next-auth/jwt").JWT;
  adapter?: import("next-auth/adapters").Adapter;
};
