import { runAudit } from "./cli/audit.ts";
import { runCompose } from "./cli/compose.ts";
import { runContactSheet } from "./cli/contact-sheet.ts";
import { runLikeness } from "./cli/likeness.ts";
import { runOriginals } from "./cli/originals.ts";
import { runRender } from "./cli/render.ts";
import { usage } from "./cli/usage.ts";
import { UsageError } from "./lib/usage-error.ts";

async function main(words: readonly string[]): Promise<void> {
  const [command, ...rest] = words;
  if (command === "compose") runCompose(rest);
  else if (command === "render") await runRender(rest);
  else if (command === "audit") await runAudit(rest);
  else if (command === "likeness") runLikeness(rest);
  else if (command === "contact-sheet") await runContactSheet(rest);
  else if (command === "originals") await runOriginals(rest);
  else if (command === undefined || command === "help" || command === "--help") console.log(usage);
  else throw new UsageError(`There is no command "${command}".\n\n${usage}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
