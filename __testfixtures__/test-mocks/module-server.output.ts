import type { NextApiRequest, NextApiResponse } from "next";
import { getSession } from "@/lib/clerk-session";
import { beforeEach, expect, it, vi } from "vitest";
import { planOf } from "@/lib/plan";
import { rows } from "@/lib/rows";

vi.mock("@/lib/clerk-session", () => ({ getSession: vi.fn() }));

vi.mock("@/lib/rows");

const [req, res] = [{} as NextApiRequest, {} as NextApiResponse];

beforeEach(() => vi.mocked(getSession).mockReset());

it("asks once", async () => {
  vi.mocked(getSession).mockResolvedValue({ user: { id: "u1" }, expires: "" });
  expect(await planOf(req, res)).toBe("pro");
  expect(getSession).toHaveBeenCalledTimes(1);
  expect(getSession).toHaveBeenCalledWith(req);
  expect(rows).toHaveBeenCalledWith("u1");
});

it("asks nobody", async () => {
  vi.mocked(getSession).mockRejectedValueOnce(new Error("down"));
  await expect(planOf()).rejects.toThrow();
  expect(getSession).not.toHaveBeenCalledWith();
});
