/**
 * `needledrop catalogue get` as a process of its own, with the host of the test's catalogue on the
 * loopback address.
 *
 *     node --import tsx get-from-loopback.ts ORIGIN ID... [options]
 */
import { main } from "../../../src/cli/main.ts";
import { ledTo } from "../../shared/download/loopback.ts";

const [origin = "", ...args] = process.argv.slice(2);
const fetch = ledTo(origin);
Object.assign(globalThis, { fetch });
process.exitCode = await main(["catalogue", "get", ...args]);
