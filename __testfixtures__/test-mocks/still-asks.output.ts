import { getServerSession } from "next-auth";
import { expect, it, vi } from "vitest";
import { isOpen } from "@/lib/open";

vi.mock("next-auth", () => ({ getServerSession: vi.fn() }));
vi.mock("@/lib/auth", () => ({ authOptions: {} }));

it("is open", async () => {
  vi.mocked(getServerSession).mockResolvedValue({ user: { name: "Lou" }, expires: "" });
  expect(await isOpen()).toBe(true);
});
