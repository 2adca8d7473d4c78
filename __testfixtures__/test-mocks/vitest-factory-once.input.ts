import { getServerSession } from "next-auth";
import type { Session } from "next-auth";
import { expect, it, vi } from "vitest";
import { ownerOf } from "@/lib/owner";

vi.mock("next-auth", () => ({
  getServerSession: vi.fn(),
}));

it("asks each time", async () => {
  const mockSession: Session = { user: { email: "lou@example.com" }, expires: "2030-01-01T00:00:00.000Z" };
  vi.mocked(getServerSession).mockResolvedValueOnce(mockSession);
  expect(await ownerOf("doc")).toBe("lou@example.com");
  vi.mocked(getServerSession).mockReturnValueOnce(Promise.resolve(null));
  expect(await ownerOf("doc")).toBeNull();
  vi.mocked(getServerSession).mockImplementation(async () => ({ user: { id: "u2" }, expires: "" }));
  expect(await ownerOf("doc")).toBe("u2");
});
