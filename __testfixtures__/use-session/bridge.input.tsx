"use client";

import { useSession } from "next-auth/react";
import { Profile } from "./profile";

export function Account() {
  const { data: session, status } = useSession();
  if (status === "loading") return null;
  return <Profile session={session} />;
}

export function Refresh() {
  const { update } = useSession();
  return <button onClick={() => update()}>Refresh</button>;
}

export function Rename({ name }: { name: string }) {
  const { update } = useSession();
  return <button onClick={() => update({ name })}>Rename</button>;
}

export function Members() {
  const { data } = useSession({ required: true });
  return <Profile session={data} />;
}

export const useEverything = () => useSession();
