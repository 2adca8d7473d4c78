import { PrismaLibSQL } from "@prisma/adapter-libsql";
import { PrismaClient } from "@prisma/client";

const shared = globalThis as unknown as { db?: PrismaClient };

export const db = (shared.db ??= new PrismaClient({ adapter: new PrismaLibSQL({ url: process.env.DATABASE_URL! }) }));
