"use client";

import { getSession } from "next-auth/react";

// TODO(authjs-clerk): session-call-arguments — what getSession() is given is not a request
export const refresh = () => getSession({ broadcast: false });

// TODO(authjs-clerk): session-call-as-value — getSession is handed on as a value
export const ask = { getSession };
