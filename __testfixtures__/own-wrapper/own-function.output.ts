import { getCurrentUser } from "@/lib/current-user"

export const isAdmin = async () => (await getCurrentUser())?.role === "admin"
