/**
 * The boundaries of ARCHITECTURE.md. Type imports count like any other: a type that crosses a boundary carries knowledge across it.
 * `npm run check:boundaries` reads this.
 */

/** A rule that is broken by every import from one path to another. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from: { path: from }, to });

/** A folder of `src` that may import from these places in `src` only, besides itself. */
const sees = (name, comment, folder, ...places) =>
  forbid(name, comment, `^src/${folder}/`, {
    path: "^src/",
    pathNot: [`${folder}/`, ...places].map((at) => `^src/${at}`),
  });

const layers = [
  sees("model-imports-only-model", "The nouns are what all share: whatever they knew, everybody would know.", "model"),
  sees(
    "frontends-know-no-cloud",
    "A format is read the same whatever it deploys to; else formats would multiply by clouds.",
    "frontends",
    "model/",
  ),
  sees(
    "clouds-know-no-format",
    "A resource means the same whatever tool wrote it; else clouds would multiply by formats.",
    "clouds",
    "model/",
  ),
  sees(
    "graph-knows-clouds-by-their-interface",
    "It lays out what clouds say, and must not care which cloud says it.",
    "graph",
    "model/",
    "clouds/cloud\\.ts$",
  ),
  sees("access-sees-only-the-model", "Its questions belong to no cloud.", "access", "model/"),
  sees(
    "rules-see-only-the-model-and-access",
    "A rule asks about access and cannot tell formats or clouds apart, so it holds for those to come.",
    "rules",
    "model/",
    "access/",
  ),
  sees(
    "ruleset-knows-rules-by-their-interface",
    "It sets rules, whichever there are; the list is handed in.",
    "ruleset",
    "model/",
    "rules/rule\\.ts$",
  ),
  sees(
    "analyzer-knows-others-by-their-interfaces",
    "It runs any rule on any cloud's graph; the lists are handed in.",
    "analyzer",
    "model/",
    "graph/",
    "access/",
    "rules/rule\\.ts$",
    "clouds/cloud\\.ts$",
  ),
  sees(
    "reporters-read-only-the-report",
    "All that is printed is in the report, so that every format says the same, and a report can be kept and printed later.",
    "reporters",
    "model/(report|finding|notice|location|graph)\\.ts$",
  ),
];

const lists = [
  forbid(
    "lists-are-read-by-check-only",
    "Who reads a list knows all its members. check.ts hands them in.",
    "^src/(?!check\\.ts$)",
    { path: "^src/(frontends|clouds)/index(\\.generated)?\\.ts$" },
  ),
  // Relaxed for the command line: it names the formats of reports and the rules to people (`--format`, `explain`, `rules`), and chooses what leaves.
  forbid(
    "lists-of-rules-and-reporters-are-read-by-check-and-cli-only",
    "Who reads a list knows all its members. check.ts hands them in.",
    "^src/(?!check\\.ts$|cli/)",
    { path: "^src/(rules|reporters)/index(\\.generated)?\\.ts$" },
  ),
  // Relaxed for two writers: what a command prints beside a report must be as harmless to a terminal and to a CI log as the report is.
  forbid(
    "cli-knows-others-by-their-interfaces",
    "Commands call the program and print; what a format, a cloud, a rule or a reporter is inside is not theirs.",
    "^src/cli/",
    {
      path: "^src/(frontends|clouds|rules|reporters)/",
      pathNot:
        "^src/(frontends/frontend|clouds/cloud|rules/(rule|index\\.generated)|reporters/(reporter|index|printable|inert-json))\\.ts$",
    },
  ),
  forbid(
    "check-knows-others-by-their-interfaces",
    "The program reads as a program only while it stays above the details.",
    "^src/(check|index)\\.ts$",
    {
      path: "^src/(frontends|clouds|rules|reporters)/",
      pathNot: "^src/([^/]+/index(\\.generated)?|frontends/frontend|clouds/cloud|rules/rule|reporters/reporter)\\.ts$",
    },
  ),
  forbid(
    "clouds-know-no-other-cloud",
    "One folder a cloud: it can be read, tested and removed alone.",
    "^src/clouds/([^/]+)/",
    { path: "^src/clouds/", pathNot: "^src/clouds/($1/|data/|cloud\\.ts$)" },
  ),
  forbid(
    "formats-know-no-other-format",
    "One folder a format; what formats share (JSON, encodings, refusals) knows none of them.",
    "^src/frontends/([^/]+)/",
    { path: "^src/frontends/[^/]+/", pathNot: "^src/frontends/($1|json|input|refusals)/" },
  ),
  forbid(
    "nobody-imports-the-hosts",
    "The library and the command line choose what enters and leaves; nothing flows backwards.",
    "^src/(?!cli/)",
    { path: "^src/(cli/|index\\.ts$)" },
  ),
  {
    name: "crossing-a-folder-shows",
    comment:
      "An import from another folder is spelled #folder/…, so that a boundary is visible on the line that crosses it.",
    severity: "error",
    from: { path: "^src/([^/]+)/" },
    to: { path: "^src/[^/]+/", pathNot: "^src/$1/", dependencyTypesNot: ["aliased-subpath-import"] },
  },
];

const outside = [
  forbid(
    "fs-only-in-cli",
    "Whatever reads files by itself can be made to read others; only the command line is told paths. (Hosts will be, too.)",
    "^src/(?!cli/)",
    { dependencyTypes: ["core"], path: "^(node:)?(fs|path|os|url)(/|$)" },
  ),
  forbid(
    "process-only-in-cli",
    "The environment, the clock and the exit code are inputs and outputs; elsewhere they would make two runs differ. (The global is refused by oxlint.)",
    "^src/(?!cli/)",
    { dependencyTypes: ["core"], path: "^(node:)?(process|timers|readline|tty)(/|$)" },
  ),
  forbid("no-network-and-no-programs", "rolecall promises to open no connection and to run nothing.", "^src/", {
    dependencyTypes: ["core"],
    path: "^(node:)?(net|http|http2|https|dns|dgram|tls|inspector|child_process|cluster|worker_threads|vm)(/|$)",
  }),
  // Relaxed for one type: a rule describes its options with the schema library that it is handed.
  forbid(
    "packages-at-their-place",
    "A package is loaded where its job is done: commander by commands, zod and yaml by rulesets, js-yaml by templates, so that other runs do not pay for them.",
    "^src/",
    {
      dependencyTypes: ["npm", "npm-dev", "npm-no-pkg", "npm-unknown"],
      pathNot: "node_modules/(commander|zod|yaml|js-yaml|@types/js-yaml|fastest-levenshtein|jsonpath-plus)/",
    },
  ),
  forbid("commander-only-in-cli", "See packages-at-their-place.", "^src/(?!cli/)", { path: "node_modules/commander/" }),
  forbid("yaml-only-in-ruleset", "See packages-at-their-place.", "^src/(?!ruleset/)", {
    path: "node_modules/(yaml|fastest-levenshtein)/",
  }),
  forbid("js-yaml-only-in-templates", "See packages-at-their-place.", "^src/(?!frontends/cloudformation/yaml/)", {
    path: "node_modules/(js-yaml|@types/js-yaml)/",
  }),
  forbid(
    "paths-are-followed-in-one-place",
    "The library for JSONPath can run what a path says; the one file that calls it does not let it.",
    "^src/(?!ruleset/custom/json-path\\.ts$)",
    { path: "node_modules/jsonpath-plus/" },
  ),
  forbid("zod-only-in-ruleset", "See packages-at-their-place.", "^src/(?!ruleset/|rules/rule\\.ts$)", {
    path: "node_modules/zod/",
  }),
  forbid("src-stands-alone", "What is published does not lean on what is not.", "^src/", {
    path: "^(test|scripts|bench|fixtures|dist|bin)/",
  }),
];

const whole = [
  {
    name: "no-cycles",
    comment: "Files in a cycle can only be read together.",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "no-unresolved",
    comment: "An import that this tool cannot follow is one that it cannot judge.",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: [...layers, ...lists, ...outside, ...whole],
  options: {
    // TypeScript 7 has no API that this tool could parse with; swc reads the same syntax, type imports included.
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
