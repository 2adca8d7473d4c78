import { NextResponse } from "next/server";
import { auth } from "@/auth";

export const GET = auth((request) => {
  if (!request.auth) return NextResponse.json({ error: "Unauthorized" }, { status: 401 });

  return NextResponse.json({ writer: request.auth.user?.email, days: [] });
});
