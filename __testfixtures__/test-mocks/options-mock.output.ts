import { mockSession } from "@/lib/clerk-session.mock";
import { expect, it, vi } from "vitest";
import { isOpen } from "@/lib/open";

vi.mock("@clerk/nextjs/server", () => import("@/lib/clerk-session.mock"));

it("is open", async () => {
  mockSession({ user: { name: "Lou" }, expires: "" });
  expect(await isOpen()).toBe(true);
});
