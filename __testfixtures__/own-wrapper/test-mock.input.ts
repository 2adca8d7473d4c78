import { expect, it, vi } from "vitest"
import { auth } from "@/auth"
import { greet } from "./greet"

vi.mock("@/auth", () => ({ auth: vi.fn() }))

it("greets nobody", async () => {
  vi.mocked(auth).mockResolvedValue(null)
  expect(await greet()).toBe("Hello")
})
