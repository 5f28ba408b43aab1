// Joins the compiled compiler, and the small packages that it uses, to few files in `dist/ecsgen`: a run over nothing new took
// longer to load 250 files than for all the rest. What a command does not need stays in files of its own.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const output = join(root, "dist/ecsgen");

/** What is installed beside ecsgen: native code, and what users' own code imports as well. */
const external = ["oxc-parser", "typescript", "zod"];

/**
 * V8 reads a file of plain ASCII without decoding it, and keeps it in half the room.
 * @type {import("rolldown").Plugin}
 */
const plainAscii = {
  name: "plain-ascii",
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type === "chunk") file.code = file.code.replace(/[^\0-\x7F]/g, escaped);
    }
  },
};

const joined = await rolldown({
  cwd: root,
  input: { main: "dist/codegen/cli/main.js", index: "dist/codegen/index.js" },
  platform: "node",
  external,
  plugins: [plainAscii],
});
const { output: files } = await joined.write({
  dir: output,
  format: "esm",
  cleanDir: true,
  entryFileNames: "[name].js",
  chunkFileNames: "[name].js",
  comments: false,
  // What many commands share is in two files, since each takes a while to be found: what all of them need, and what reads schemas.
  codeSplitting: {
    groups: [
      { name: "shared", test: /codegen.(?:5-write|cache|diagnostics|model)/, minShareCount: 2, priority: 2 },
      { name: "compile", test: /codegen.(?:[1-4]-|compiler|memo|pipeline)/, minShareCount: 2, priority: 1 },
    ],
  },
});
writeFileSync(
  join(output, "licenses.txt"),
  licensesOf(files.flatMap((file) => ("moduleIds" in file ? file.moduleIds : []))),
);

/**
 * The licences of the packages that modules come from, which must go with them.
 * @param {readonly string[]} modules paths
 */
function licensesOf(modules) {
  const folders = new Set(modules.filter((path) => path.includes("node_modules")).map(packageOf));
  return [...folders].sort().map(licenseOf).join("\n");
}

/**
 * The folder of the package that holds a file.
 * @param {string} path
 * @returns {string}
 */
function packageOf(path) {
  const folder = dirname(path);
  return existsSync(join(folder, "package.json")) && dirname(folder).endsWith("node_modules")
    ? folder
    : packageOf(folder);
}

/** @param {string} folder */
function licenseOf(folder) {
  const name = folder.slice(folder.lastIndexOf("node_modules") + "node_modules/".length).replaceAll("\\", "/");
  const file = ["LICENSE", "LICENSE.md"].map((name) => join(folder, name)).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`\`${name}\` has no licence that could go with it`);
  return `${name}\n\n${readFileSync(file, "utf8").trim()}\n`;
}

/**
 * A character as strings, templates and patterns may hold it: those of JavaScript have one unit of UTF-16 or two.
 * @param {string} character
 */
function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
