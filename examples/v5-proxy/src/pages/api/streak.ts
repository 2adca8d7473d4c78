import type { NextApiRequest, NextApiResponse } from "next";
import { auth } from "@/auth";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await auth(req, res);
  if (!session?.user) return res.status(401).json({ error: "Unauthorized" });

  res.json({ writer: session.user.name, days: 0 });
}
