import { getServerSession } from "next-auth";
import type { NextApiRequest, NextApiResponse } from "next";
import { authOptions } from "@/lib/auth";
import { audit } from "./audit";

export async function getViewer() {
  return (await getServerSession(authOptions))?.user;
}

export const createContext = async (req: NextApiRequest, res: NextApiResponse) => ({
  session: await getServerSession(req, res, authOptions),
});

export async function remove(id: string) {
  const session = await getServerSession(authOptions);
  if (!session) throw new Error("signed out");
  await audit(session, id);
}
