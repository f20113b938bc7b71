import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**", "tests/bench/**"],
    // Property tests and the reader process need more than the default five seconds on a slow office PC.
    testTimeout: 20_000,
  },
});
