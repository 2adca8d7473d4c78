import { NextResponse } from "next/server";
import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";
import { db } from "@/lib/db";

export async function POST(request: Request) {
  const session = await getServerSession(authOptions);
  if (!session) return NextResponse.json({ error: "Unauthorized" }, { status: 401 });

  const { text } = (await request.json()) as { text: string };
  const note = await db.note.create({ data: { text, authorId: session.user.id } });
  return NextResponse.json(note, { status: 201 });
}
