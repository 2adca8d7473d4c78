import { getSession } from "@/lib/clerk-session";
import type { NextApiRequest, NextApiResponse } from "next";
import { audit } from "./audit";

export async function getViewer() {
  return (await getSession())?.user;
}

export const createContext = async (req: NextApiRequest, res: NextApiResponse) => ({
  session: await getSession(req),
});

export async function remove(id: string) {
  const session = await getSession();
  if (!session) throw new Error("signed out");
  await audit(session, id);
}
