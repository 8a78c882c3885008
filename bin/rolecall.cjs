#!/usr/bin/env node
// The first file that runs, on whatever Node.js there is: only syntax that Node.js 8 can parse, and nothing is loaded before the version is checked.
"use strict";

const least = [22, 12];

/** Whether a version, as in `process.versions.node`, is older than what rolecall runs on. */
function isTooOld(version) {
  const [major, minor] = version.split(".").map(Number);
  return major < least[0] || (major === least[0] && minor < least[1]);
}

function say(stream, text) {
  // A reader that has gone away (`| true`) is no reason for a stack trace.
  stream.on("error", () => {});
  stream.write(`${text}\n`);
}

function run(argv, version) {
  if (isTooOld(version)) {
    say(process.stderr, `rolecall needs Node.js ${least.join(".")} or newer; this is Node.js ${version}.`);
    process.exitCode = 2;
  } else if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
    say(process.stdout, require("../package.json").version);
  } else {
    require("./start.cjs");
  }
}

module.exports = { run };
if (require.main === module) run(process.argv.slice(2), process.versions.node);
