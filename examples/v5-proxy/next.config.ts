import type { NextConfig } from "next";

// Auth.js 5 imports next/server in a way that the Pages Router resolves only where it is bundled.
const config: NextConfig = { bundlePagesRouterDependencies: true };

export default config;
