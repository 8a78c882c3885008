import { main } from "./main.ts";
import { nodeIo } from "./node-io.ts";

// The process as a whole. Until the verdict is known the exit code is that of an internal error: a run that ends too early must not look like a pass.
process.exitCode = 4;
process.exitCode = await main(process.argv.slice(2), nodeIo());
