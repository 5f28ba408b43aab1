// What every host has that is not the same in every run.
import type { HostUse } from "../model/raw.js";

type Kind = HostUse["kind"];

/** An object of every program: everything that it has counts, or some of it. */
export interface HostObject {
  readonly kind: Kind;
  readonly members?: ReadonlySet<string>;
}

const words = (text: string): string[] => text.split(" ");
const all = (names: string, kind: Kind): [string, HostObject][] => words(names).map((name) => [name, { kind }]);

/** Objects, by their names. */
export const hostObjects: ReadonlyMap<string, HostObject> = new Map([
  ["Math", { kind: "chance", members: new Set(["random"]) }],
  ["Date", { kind: "clock", members: new Set(["now"]) }],
  ["Temporal", { kind: "clock", members: new Set(["Now"]) }],
  ...all("performance", "clock"),
  ...all("crypto", "chance"),
  ...all("Intl", "locale"),
  ...all("process navigator document localStorage sessionStorage WeakRef FinalizationRegistry", "host"),
]);

const calls =
  "setTimeout setInterval setImmediate requestAnimationFrame requestIdleCallback queueMicrotask fetch XMLHttpRequest eval";

/** Functions: those that do something later, elsewhere, or nobody knows what. */
export const hostFunctions: ReadonlySet<string> = new Set(words(calls));

const others =
  "child_process cluster dgram dns dns/promises fs fs/promises http http2 https inspector net os process readline readline/promises repl timers timers/promises tls tty v8 vm worker_threads";

/** Modules of Node all of which counts. */
export const hostModules: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["crypto", "chance"],
  ["perf_hooks", "clock"],
  ...words(others).map((name): [string, Kind] => [name, "host"]),
]);

/** Other names of the object that has all the others. */
export const globalObjects: ReadonlySet<string> = new Set(["globalThis", "window", "self", "global"]);

/** A file without any of these words uses nothing of it; nearly every file is such a one. */
export const suspicious = new RegExp(
  `\\b(?:random|Math(?!\\s*\\.)|Date|Temporal|Function\\s*\\(|localeCompare|toLocale\\w+|import\\s*\\(|import\\.meta|` +
    `${[...globalObjects, ...hostFunctions, ...hostObjects.keys()].filter((name) => name !== "Math").join("|")})\\b|` +
    `["'\`](?:node:)?(?:${[...hostModules.keys()].join("|")})["'\`]`,
);
