import { getServerSession } from "next-auth";
import { expect, it, vi } from "vitest";
import { planOf } from "@/lib/plan";

vi.mock("next-auth", () => ({
  getServerSession: vi.fn(),
}));

vi.mock("@/lib/rows");

it("asks once", async () => {
  const session = { user: { id: "u1", plan: "pro" }, expires: "" };
  vi.mocked(getServerSession).mockResolvedValue(session as never);
  expect(await planOf()).toBe(session.user);
});
