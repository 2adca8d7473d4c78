import { NextResponse } from "next/server";
import { getServerSession } from "next-auth/next";
import { z } from "zod";
import { authOptions } from "@/lib/auth";
import { db } from "@/lib/db";

const body = z.object({ name: z.string().min(1) });

export async function GET() {
  const session = await getServerSession(authOptions);
  if (!session?.user) {
    return NextResponse.json({ error: "Sign in first" }, { status: 401 });
  }

  const projects = await db.project.findMany({ where: { ownerId: session.user.id } });
  return NextResponse.json(projects);
}

export async function POST(request: Request) {
  const session = await getServerSession(authOptions);
  if (!session?.user) {
    return NextResponse.json({ error: "Sign in first" }, { status: 401 });
  }

  const { name } = body.parse(await request.json());
  const project = await db.project.create({ data: { name, ownerId: session.user.id } });
  return NextResponse.json(project, { status: 201 });
}
