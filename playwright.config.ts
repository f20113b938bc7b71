import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.e2e.ts",
  outputDir: "out/e2e",
  // Each test starts the whole application; two at a time is what an ordinary two-core PC carries.
  workers: 2,
  fullyParallel: true,
  // On a busy PC a press may meet a list that is just being drawn anew: scripts/test.ts names what passed at the second try.
  retries: 1,
  timeout: 60_000,
  // Five seconds, Playwright's own limit, are little for a PC that does something else as well.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["list"]],
});
