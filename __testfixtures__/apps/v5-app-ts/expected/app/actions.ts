"use server"

import { revalidatePath } from "next/cache"
import { auth } from "@clerk/nextjs/server"
import { save } from "@/lib/board"

export async function setStatus(form: FormData) {
  const { isAuthenticated } = await auth()
  if (!isAuthenticated) throw new Error("Not signed in")

  await save(String(form.get("status")))
  revalidatePath("/")
}
