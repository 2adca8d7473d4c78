import { getAuth } from "@clerk/nextjs/server";

export default async function handler(req, res) {
  const { isAuthenticated } = getAuth(req);
  if (!isAuthenticated) {
    res.status(401).json({ message: "Sign in first" });
    return;
  }
  res.status(200).json({ message: "Welcome back" });
}
