import { auth } from "@/auth";

export const viewer = async () => (await auth())?.user;
