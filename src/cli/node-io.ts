import type { Io, Sink } from "./io.ts";
import { nodeFiles } from "./node-files.ts";

/** The process that runs, as the commands see it. */
export function nodeIo(): Io {
  return {
    stdin: { isTTY: process.stdin.isTTY === true, read: readStdin },
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    env: process.env,
    files: nodeFiles(process.cwd()),
    today: () => new Date().toISOString().slice(0, 10),
    now: () => performance.now(),
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function sink(stream: NodeJS.WriteStream): Sink {
  // A failed write is told through the callback; without a listener the event would end the process with a stack.
  stream.on("error", () => undefined);
  return {
    isTTY: stream.isTTY === true,
    write: (text) =>
      new Promise((done, failed) => {
        stream.write(text, (error) => (error ? failed(error) : done()));
      }),
  };
}
