import type { Session } from "@/lib/clerk-session";

type Viewer = Session | null;
type Viewers = (Session | null)[];

export interface Context {
  viewer: Session;
  load: () => Promise<Session | null>;
}

export const nameOf = (viewer: Viewer) => viewer?.user?.name ?? "nobody";
export const count = (viewers: Viewers) => viewers.length;
