import type { Session } from "@/lib/clerk-session";
import { mockSession as clerkMockSession, mockSessionOnce } from "@/lib/clerk-session.mock";
import { expect, it, vi } from "vitest";
import { ownerOf } from "@/lib/owner";

vi.mock("@clerk/nextjs/server", () => import("@/lib/clerk-session.mock"));

it("asks each time", async () => {
  const mockSession: Session = { user: { email: "lou@example.com" }, expires: "2030-01-01T00:00:00.000Z" };
  mockSessionOnce(mockSession);
  expect(await ownerOf("doc")).toBe("lou@example.com");
  mockSessionOnce(null);
  expect(await ownerOf("doc")).toBeNull();
  clerkMockSession({ user: { id: "u2" }, expires: "" });
  expect(await ownerOf("doc")).toBe("u2");
});
