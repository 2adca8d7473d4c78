import { NextResponse } from "next/server";
import { getUserId } from "@/lib/clerk-session";
import { z } from "zod";
import { db } from "@/lib/db";

const body = z.object({ name: z.string().min(1) });

export async function GET() {
  const userId = await getUserId();
  if (!userId) {
    return NextResponse.json({ error: "Sign in first" }, { status: 401 });
  }

  const projects = await db.project.findMany({ where: { ownerId: userId } });
  return NextResponse.json(projects);
}

export async function POST(request: Request) {
  const userId = await getUserId();
  if (!userId) {
    return NextResponse.json({ error: "Sign in first" }, { status: 401 });
  }

  const { name } = body.parse(await request.json());
  const project = await db.project.create({ data: { name, ownerId: userId } });
  return NextResponse.json(project, { status: 201 });
}
