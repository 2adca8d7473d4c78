import { text } from "drizzle-orm/sqlite-core";
import type { Awaitable, ISODateString, SessionStrategy } from "next-auth";
import type { AdapterAccount, AdapterAccountType } from "next-auth/adapters";
import type { BuiltInProviderType } from "next-auth/providers";
import type { GetSessionParams, LiteralUnion } from "next-auth/react";

export interface Ticket {
  expires: ISODateString;
  through: LiteralUnion<BuiltInProviderType>;
  loaded: Awaitable<string>[];
  done: () => Awaitable<() => void>;
}

export const strategy = (process.env.STRATEGY ?? "jwt") as SessionStrategy;

export const columns = {
  type: text("type").$type<AdapterAccount["type"]>().notNull(),
  kind: text("kind").$type<AdapterAccountType>(),
};

export const agentOf = ({ req }: GetSessionParams) => req?.headers?.["user-agent"];
