import { text } from "drizzle-orm/sqlite-core";

export interface Ticket {
  expires: string;
  through: string;
  loaded: (string | PromiseLike<string>)[];
  done: () => (() => void) | PromiseLike<() => void>;
}

export const strategy = (process.env.STRATEGY ?? "jwt") as "jwt" | "database";

export const columns = {
  type: text("type").$type<"oauth" | "email" | "credentials">().notNull(),
  kind: text("kind").$type<"oauth" | "oidc" | "email" | "webauthn">(),
};

export const agentOf = ({ req }: { req: import("next").GetServerSidePropsContext["req"] }) => req?.headers?.["user-agent"];
