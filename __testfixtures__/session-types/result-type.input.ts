import { getServerSession } from "next-auth";
import { auth } from "@/auth";

type Viewer = Awaited<ReturnType<typeof auth>>;
type Viewers = Awaited<ReturnType<typeof auth>>[];

export interface Context {
  viewer: NonNullable<Awaited<ReturnType<typeof getServerSession>>>;
  load: () => ReturnType<typeof auth>;
}

export const nameOf = (viewer: Viewer) => viewer?.user?.name ?? "nobody";
export const count = (viewers: Viewers) => viewers.length;
