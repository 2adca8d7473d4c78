import type { NextConfig } from "next";

const config: NextConfig = { transpilePackages: ["@acme/auth"] };

export default config;
