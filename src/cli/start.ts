import { tellError } from "./errors.ts";
import { main } from "./main.ts";
import { nodeIo } from "./node-io.ts";

// The process as a whole. Until the verdict is known the exit code is that of an internal error: a run that ends too early must not look like a pass.
process.exitCode = 4;

const io = nodeIo();
// Whatever is thrown where nobody awaits it; Node.js would end with 1, which means that something blocks.
process.on("uncaughtException", (error) => {
  void tellError(error, io).finally(() => process.exit(4));
});
process.exitCode = await main(process.argv.slice(2), io);
