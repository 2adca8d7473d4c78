"use client";

import { getSession } from "next-auth/react";

export const refresh = () => getSession({ broadcast: false });

export const ask = { getSession };
