"use client";

import { useSession } from "next-auth/react";
import { Profile } from "./profile";
import { useSession as useClerkSession } from "@/lib/clerk-session-client";

export function Account() {
  const { data: session, status } = useClerkSession();
  if (status === "loading") return null;
  return <Profile session={session} />;
}

export function Refresh() {
  const { update } = useClerkSession();
  return <button onClick={() => update()}>Refresh</button>;
}

export function Rename({ name }: { name: string }) {
  // TODO(authjs-clerk): session-update — the session is updated by update(); reload Clerk’s user in its place
  const { update } = useSession();
  return <button onClick={() => update({ name })}>Rename</button>;
}

export function Members() {
  const { data } = useClerkSession({ required: true });
  return <Profile session={data} />;
}

// TODO(authjs-clerk): session-escapes — the result of useSession() is used where it is asked for; take it apart first
export const useEverything = () => useSession();
