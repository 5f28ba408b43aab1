import { isDevice, kebab } from "../model/file-name.js";

/** Names that mean something to every object, so that no field and no declaration may have them. */
const ofEveryObject = new Set(["__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "valueOf"]);

/** What no constant or class can be called. */
const reserved = new Set(
  (
    "await break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if implements import in instanceof interface let new null package private protected public return static " +
    "super switch this throw true try typeof undefined var void while with yield arguments eval async of"
  ).split(" "),
);

/** What the generated entry point or every generated file calls something else by. */
const ofTheSdk = new Set([
  "World",
  "WorldOptions",
  "Components",
  "Schedule",
  "Proof",
  "Entity",
  "NO_ENTITY",
  "createWorld",
  "Commands",
  "EventReader",
  "EventWriter",
  "Query",
  "Table",
  "Memory",
  "Cursor",
]);

/** What generated loops call the columns of plain fields. */
const ofColumns = new Set(
  (
    "Int8Array Uint8Array Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array " +
    "BigUint64Array"
  ).split(" "),
);

/**
 * What a world has already, so that no core and no spawner may be called so. A test compares it with the runtime.
 */
export const worldMembers: ReadonlySet<string> = new Set(
  (
    "add another batches bundles clear commands copy cursor despawn directory emit entities entityCount events flush " +
    "get has hashes isAlive isLocked isRunning lock memory memoryUsage merge metadata name observers on options pool " +
    "queries query reader relations remove reset resource resources run runOnce runs schedule select set shutdown " +
    "sparse spawn spawnMany state stats step stepSystems storages systems timing toggle tokens touch tracking unlock " +
    "validate writer"
  ).split(" "),
);

/** Why a field cannot have a name, or undefined when it can. */
export function whyNoField(name: string): string | undefined {
  if (name.startsWith("$")) return "names that start with `$` belong to the machinery of cursors";
  if (ofEveryObject.has(name)) return "every object has a member of that name";
  if (!/^[A-Za-z_][\w$]*$/.test(name)) return "it is not an identifier of English letters, digits and `_`";
  return undefined;
}

/** Why a component, resource, event, model, View or core cannot have a name, or undefined when it can. */
export function whyNoDeclaration(name: string): string | undefined {
  if (reserved.has(name)) return "it is a word of the language";
  if (ofTheSdk.has(name)) return "the generated SDK exports something of that name";
  if (ofColumns.has(name)) return "generated loops call the type of a column so";
  if (ofEveryObject.has(name)) return "every object has a member of that name";
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) return "it is not made of English letters, digits and `_`";
  return whyNoFile(name);
}

/** Why no file can be named after a function, a parameter or anything else, or undefined when one can. */
export function whyNoFile(name: string): string | undefined {
  if (!/^[\w$]*[A-Za-z0-9][\w$]*$/.test(name)) return "its file is named after it with letters of English and digits";
  if (isDevice(kebab(name))) return "its file would have a name that Windows keeps for a device";
  return undefined;
}
