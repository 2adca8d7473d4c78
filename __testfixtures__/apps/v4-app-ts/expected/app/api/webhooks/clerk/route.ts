// Made by authjs-clerk-codemod: webhook
import { verifyWebhook } from "@clerk/nextjs/webhooks";
import type { NextRequest } from "next/server";
import { syncUser } from "@/lib/clerk-users";

/** Clerk calls it when a user changes. It has to stay public: the signature tells that it is Clerk. */
export async function POST(req: NextRequest) {
  let event;
  try {
    event = await verifyWebhook(req);
  } catch (error) {
    console.error("A webhook was refused:", error);
    return new Response("Refused", { status: 400 });
  }
  if (event.type === "user.created" || event.type === "user.updated") await syncUser(event.data.id);
  // user.deleted leaves the row: Project refers to it.
  return new Response(null, { status: 204 });
}
