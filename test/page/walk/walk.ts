import { launchBrowser } from "../browser.ts";
import { Demo } from "../demo.ts";
import { TASKS, type Task } from "./tasks.ts";
import { Walker, type Effort } from "./walker.ts";

/**
 * Works the built demo through the tasks of a first-time editor, and prints what each of them takes:
 * `npm run walk`, or `npm run walk -- PATTERN` for some of them. A task that does not succeed ends the
 * walk.
 */
const wanted = new RegExp(process.argv[2] ?? "", "i");
const browser = await launchBrowser();
const rows: string[] = [];
for (const task of TASKS.filter(({ name }) => wanted.test(name))) {
  const row = rowOf(task, await effortOf(task));
  console.error(row);
  rows.push(row);
}
await browser.close();
console.log(
  [
    "| task | clicks | keys | letters typed | seconds by hand | seconds waited |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n"),
);

async function effortOf({ before, walk }: Task): Promise<Effort> {
  const demo = await Demo.open({ browser });
  try {
    await demo.ready();
    await before?.(demo);
    const walker = new Walker(demo);
    await walk(walker);
    return walker.takeEffort();
  } finally {
    await demo.close();
  }
}

function rowOf({ name }: Task, { clicks, keys, typed, hands, waits }: Effort): string {
  return `| ${name} | ${clicks} | ${keys} | ${typed} | ${hands.toFixed(0)} | ${waits.toFixed(1)} |`;
}
