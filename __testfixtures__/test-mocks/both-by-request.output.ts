import { getServerSession } from "next-auth";
import { expect, it, vi } from "vitest";
import { planOf } from "@/lib/plan";

// TODO(authjs-clerk): test-mock — this test replaces a module of Auth.js; replace what the code imports from Clerk
vi.mock("next-auth", () => ({
  getServerSession: vi.fn(),
}));

vi.mock("@/lib/rows");

it("asks once", async () => {
  const session = { user: { id: "u1", plan: "pro" }, expires: "" };
  vi.mocked(getServerSession).mockResolvedValue(session as never);
  expect(await planOf()).toBe(session.user);
});
