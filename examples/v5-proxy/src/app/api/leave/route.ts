import { cookies } from "next/headers";
import { signOut } from "@/auth";

/** For the app on the phone: it signs out here, and goes on by itself. */
export async function POST() {
  await signOut({ redirect: false });
  (await cookies()).delete("draft");
  return Response.json({ left: true });
}
