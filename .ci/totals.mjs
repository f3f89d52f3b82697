// Adds up what the test runners reported. A runner that left no report, or a check that failed
// without a test of its own (types, lint, build), counts as one failure: silence is no success.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, status] = process.argv.slice(2);
let passed = 0;
let failed = 0;

function read(name) {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    console.log(`${name}: no report`);
    failed += 1;
    return null;
  }
}

const vitest = read("vitest.json");
if (vitest !== null) {
  const totals = JSON.parse(vitest);
  passed += totals.numPassedTests;
  failed += totals.numFailedTests + (totals.numFailedTestSuites > 0 && totals.numFailedTests === 0);
}
const pytest = read("pytest.xml");
if (pytest !== null) {
  const count = (name) => Number(new RegExp(`<testsuite[^>]*\\b${name}="(\\d+)"`).exec(pytest)[1]);
  const bad = count("failures") + count("errors");
  failed += bad;
  passed += count("tests") - bad - count("skipped");
}
if (status !== "0" && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
