import type { NextApiRequest, NextApiResponse } from "next";
import { getSession } from "next-auth/react";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await getSession({ req });
  if (!session?.user) return res.status(401).json({ error: "Unauthorized" });

  res.json({ name: session.user.name, email: session.user.email });
}
