"use client";

import { getSession } from "next-auth/react";
import { useEffect, useState } from "react";

/** Adds who asks to a request. */
export async function fetchAs(address: string) {
  const session = await getSession();
  return fetch(`${address}?email=${session?.user?.email ?? ""}`);
}

export function Who() {
  const [name, setName] = useState<string>();
  useEffect(() => {
    getSession()
      .then((session) => setName(session?.user?.name ?? undefined))
      .catch(() => setName(undefined));
  }, []);
  return <p>{name}</p>;
}
