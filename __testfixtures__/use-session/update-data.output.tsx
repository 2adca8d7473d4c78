"use client";

import { useSession } from "next-auth/react";
import { useSession as useClerkSession } from "@/lib/clerk-session-client";

/** The callbacks of this app put `plan` of what update() is given into the token for good, and nothing else. */
export function Onboarded({ projects }: { projects: string[] }) {
  const { data: session, update } = useClerkSession();
  return (
    <button onClick={() => update({ hasCompletedOnboarding: true, projectIds: projects })}>
      {session?.user?.name ?? "Done"}
    </button>
  );
}

export function Visited({ id }: { id: string }) {
  const userSession = useClerkSession();
  return <button onClick={() => userSession.update({ lastProjectId: id })}>Open</button>;
}

export function Upgrade() {
  // TODO(authjs-clerk): session-update — callbacks.jwt keeps plan of what update() is given; change it where it is kept now, Clerk’s profile by user.update(), then call update()
  const { update } = useSession();
  return <button onClick={() => update({ plan: "pro", seen: true })}>Upgrade</button>;
}

export function Any({ change }: { change: { plan?: string } }) {
  // TODO(authjs-clerk): session-update — callbacks.jwt keeps plan of what update() is given; change it where it is kept now, Clerk’s profile by user.update(), then call update()
  const { update } = useSession();
  return <button onClick={() => update({ ...change })}>Change</button>;
}
