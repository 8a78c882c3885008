import type { Io, Sink } from "./io.ts";
import { nodeFiles } from "./node-files.ts";

/** The process that runs, as the commands see it. Node.js opens a stream when it is first named, which takes a while. */
export function nodeIo(): Io {
  return {
    stdin: {
      get isTTY() {
        return process.stdin.isTTY === true;
      },
      read: readStdin,
    },
    stdout: sink(() => process.stdout),
    stderr: sink(() => process.stderr),
    env: process.env,
    files: nodeFiles(process.cwd()),
    today: () => new Date().toISOString().slice(0, 10),
    // `performance` would take some milliseconds to load.
    now: () => Number(process.hrtime.bigint()) / 1e6,
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function sink(open: () => NodeJS.WriteStream): Sink {
  let opened: NodeJS.WriteStream | undefined;
  const stream = (): NodeJS.WriteStream => {
    // A failed write is told through the callback; without a listener the event would end the process with a stack.
    opened ??= open().on("error", () => undefined);
    return opened;
  };
  return {
    get isTTY() {
      return stream().isTTY === true;
    },
    write: (text) =>
      new Promise((done, failed) => {
        stream().write(text, (error) => (error ? failed(error) : done()));
      }),
  };
}
