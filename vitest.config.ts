import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    execArgv: ["--disable-proto=delete"],
    testTimeout: 60_000,
  },
});
