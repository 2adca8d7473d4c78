import { render } from "@testing-library/react";
import { useSession } from "next-auth/react";
import { expect, it, vi } from "vitest";
import { Plan } from "./plan";

const { session } = vi.hoisted(() => ({ session: { data: null as unknown, status: "unauthenticated" } }));

vi.mock("next-auth/react", () => ({
  useSession: vi.fn(() => session),
}));

const mockUseSession = vi.mocked(useSession);

it("shows the plan", () => {
  session.data = { user: { plan: "pro" } };
  const { getByText } = render(<Plan />);
  expect(getByText("pro")).toBeTruthy();
  expect(mockUseSession).toHaveBeenCalled();
});
