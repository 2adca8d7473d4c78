import { PrismaAdapter } from "@auth/prisma-adapter";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { prisma } from "./prisma";

// TODO(authjs-clerk): auth-type — a type of Auth.js; describe what the code needs of a person by a type of its own or of Clerk’s
// TODO(authjs-clerk): auth-config-in-use — part of the Auth.js set-up, which stays while code needs it
export const adapter: Adapter = {
  ...PrismaAdapter(prisma),
  async createUser(user: Omit<AdapterUser, "id">) {
    return prisma.user.create({ data: { ...user, plan: "free" } });
  },
};
