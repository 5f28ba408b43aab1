import type { Reporter } from "../diagnostics/diagnostic.js";
import { compareText } from "../model/compare.js";
import type { RawFeature } from "../model/raw.js";

/** All features that each feature implies, directly or not, sorted. Cycles are reported as a chain of names. */
export function closeFeatures(
  features: readonly RawFeature[],
  reporter: Reporter,
): ReadonlyMap<string, readonly string[]> {
  const direct = new Map(features.map((feature) => [feature.name, feature.implies.map((implied) => implied.value)]));
  reportCycles(features, direct, reporter);
  return new Map(
    features.map(({ name }) => [name, closure(direct.get(name) ?? [], direct).filter((implied) => implied !== name)]),
  );
}

/** The features themselves and all that they imply, sorted; unknown ones left out. */
export function closure(names: readonly string[], implies: ReadonlyMap<string, readonly string[]>): string[] {
  const reached = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const further = implies.get(name);
    if (further === undefined || reached.has(name)) continue;
    reached.add(name);
    waiting.push(...further);
  }
  return [...reached].sort(compareText);
}

function reportCycles(
  features: readonly RawFeature[],
  direct: ReadonlyMap<string, readonly string[]>,
  reporter: Reporter,
): void {
  const reported = new Set<string>();
  for (const feature of features) {
    const chain = pathBack(feature.name, direct);
    if (chain === undefined || chain.some((name) => reported.has(name))) continue;
    for (const name of chain) reported.add(name);
    reporter.report("ECS2019", feature.place, `\`${feature.name}\` implies itself`, {
      why: [`${[...chain, feature.name].map((name) => `\`${name}\``).join(" implies ")}.`],
      help: "remove one of these implications, or make the features one",
    });
  }
}

/** The shortest way from a feature back to it, starting with it. */
function pathBack(start: string, direct: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const paths = [[start]];
  const seen = new Set<string>();
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    for (const next of direct.get(path.at(-1) ?? start) ?? []) {
      if (next === start) return path;
      if (seen.has(next)) continue;
      seen.add(next);
      paths.push([...path, next]);
    }
  }
  return undefined;
}
