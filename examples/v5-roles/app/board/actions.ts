"use server";

import { revalidatePath } from "next/cache";
import { auth } from "@/auth";
import { db } from "@/lib/db";

export async function addEntry(form: FormData) {
  const session = await auth();
  if (!session?.user) throw new Error("Not signed in");

  await db.entry.create({ data: { text: String(form.get("text")), authorId: session.user.id } });
  revalidatePath("/board");
}
