import { getSession } from "@/lib/clerk-session";
import { expect, it, vi } from "vitest";
import { planOf } from "@/lib/plan";

vi.mock("@/lib/clerk-session", async (importOriginal) => ({
  ...(await importOriginal<typeof import("@/lib/clerk-session")>()),
  getSession: vi.fn(),
}));
vi.mock("@clerk/nextjs/server", async () =>
  (await import("@/lib/clerk-session.mock")).signedInBy(async () => (await import("@/lib/clerk-session")).getSession()),
);

vi.mock("@/lib/rows");

it("asks once", async () => {
  const session = { user: { id: "u1", plan: "pro" }, expires: "" };
  vi.mocked(getSession).mockResolvedValue(session as never);
  expect(await planOf()).toBe(session.user);
});
