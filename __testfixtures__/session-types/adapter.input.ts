import { PrismaAdapter } from "@auth/prisma-adapter";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { prisma } from "./prisma";

export const adapter: Adapter = {
  ...PrismaAdapter(prisma),
  async createUser(user: Omit<AdapterUser, "id">) {
    return prisma.user.create({ data: { ...user, plan: "free" } });
  },
};
