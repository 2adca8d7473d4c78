"use server";

import { revalidatePath } from "next/cache";
import { auth } from "@/auth";
import { db } from "@/lib/db";

export async function clearBoard() {
  const session = await auth();
  if (session?.user.role !== "admin") throw new Error("Only for administrators");

  await db.entry.deleteMany();
  revalidatePath("/admin");
}
