import type { NextApiRequest, NextApiResponse } from "next";
import { getServerSession } from "next-auth";
import { beforeEach, expect, it, vi } from "vitest";
import { authOptions } from "@/lib/auth";
import { planOf } from "@/lib/plan";
import { rows } from "@/lib/rows";

vi.mock("next-auth", () => ({ getServerSession: vi.fn() }));

// The options ask for secrets.
vi.mock("@/lib/auth", () => ({
  authOptions: {},
}));

vi.mock("@/lib/rows");

const [req, res] = [{} as NextApiRequest, {} as NextApiResponse];

beforeEach(() => vi.mocked(getServerSession).mockReset());

it("asks once", async () => {
  vi.mocked(getServerSession).mockResolvedValue({ user: { id: "u1" }, expires: "" });
  expect(await planOf(req, res)).toBe("pro");
  expect(getServerSession).toHaveBeenCalledTimes(1);
  expect(getServerSession).toHaveBeenCalledWith(req, res, authOptions);
  expect(rows).toHaveBeenCalledWith("u1");
});

it("asks nobody", async () => {
  vi.mocked(getServerSession).mockRejectedValueOnce(new Error("down"));
  await expect(planOf()).rejects.toThrow();
  expect(getServerSession).not.toHaveBeenCalledWith(authOptions);
});
