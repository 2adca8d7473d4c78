import type { NextApiRequest, NextApiResponse } from "next";
import { unstable_getServerSession } from "next-auth/next";
import { db } from "@/lib/db";
import { authOptions } from "@/server/auth";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await unstable_getServerSession(req, res, authOptions);
  if (!session) return res.status(401).end();

  const books = await db.book.findMany({ where: { readerId: session.user.id }, orderBy: { title: "asc" } });
  res.json({ reader: session.user.email, titles: books.map(({ title }) => title) });
}
