"use server"

import { revalidatePath } from "next/cache"
import { auth } from "@/auth"
import { save } from "@/lib/board"

export async function setStatus(form: FormData) {
  const session = await auth()
  if (!session) throw new Error("Not signed in")

  await save(String(form.get("status")))
  revalidatePath("/")
}
