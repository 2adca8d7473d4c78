"use client";

import { useSession } from "next-auth/react";

/** The callbacks of this app put `plan` of what update() is given into the token for good, and nothing else. */
export function Onboarded({ projects }: { projects: string[] }) {
  const { data: session, update } = useSession();
  return (
    <button onClick={() => update({ hasCompletedOnboarding: true, projectIds: projects })}>
      {session?.user?.name ?? "Done"}
    </button>
  );
}

export function Visited({ id }: { id: string }) {
  const userSession = useSession();
  return <button onClick={() => userSession.update({ lastProjectId: id })}>Open</button>;
}

export function Upgrade() {
  const { update } = useSession();
  return <button onClick={() => update({ plan: "pro", seen: true })}>Upgrade</button>;
}

export function Any({ change }: { change: { plan?: string } }) {
  const { update } = useSession();
  return <button onClick={() => update({ ...change })}>Change</button>;
}
