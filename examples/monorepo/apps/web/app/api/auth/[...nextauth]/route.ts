import { handlers } from "@acme/auth";

export const { GET, POST } = handlers;
