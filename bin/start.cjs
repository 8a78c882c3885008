// A file of its own: Node.js before 13 cannot parse import().
"use strict";

// A run that ends before it has a verdict must not look like a pass.
process.exitCode = 4;

// No compile cache: it saves some milliseconds, and would run what lies in a folder for temporary files.
import("../dist/cli.js").catch((error) => {
  process.stderr.write(
    `error: rolecall cannot be loaded (${error.code}): install it again; in a clone, npm run build\n`,
  );
});
