import type { Reporter } from "../diagnostics/diagnostic.js";
import { suggestion } from "../diagnostics/suggest.js";
import { compareText } from "../model/compare.js";
import type { Bundle, BundleComponent, Declaration, Field, FieldType } from "../model/contract.js";
import type { Literal, RawBundle, RawBundleComponent, RawValue } from "../model/raw.js";
import { whyNoDefault } from "./defaults.js";
import { aKind, type Named, type NamedBundle } from "./symbols.js";
import { symbolKey } from "../model/symbol.js";

type Values = BundleComponent["values"];

/** Proves all bundles and prefabs, sorted by name, each with what it inherits. */
export function checkBundles(components: readonly Declaration[], named: Named, reporter: Reporter): Bundle[] {
  return new Bundles(components, named, reporter).all();
}

/** Follows `extends` from bundle to bundle. */
class Bundles {
  private readonly components: ReadonlyMap<string, Declaration>;
  private readonly named: Named;
  private readonly reporter: Reporter;
  private readonly own: ReadonlyMap<NamedBundle, readonly BundleComponent[]>;
  private readonly bases: ReadonlyMap<NamedBundle, NamedBundle>;

  constructor(components: readonly Declaration[], named: Named, reporter: Reporter) {
    this.components = new Map(components.map((component) => [component.name, component]));
    this.named = named;
    this.reporter = reporter;
    const bundles = [...named.bundles.values()];
    this.own = new Map(bundles.map((bundle) => [bundle, this.ownComponents(bundle.raw)]));
    this.bases = this.basesOf(bundles);
  }

  all(): Bundle[] {
    return [...this.own.keys()].map((bundle) => this.prove(bundle)).sort((a, b) => compareText(a.name, b.name));
  }

  private prove(bundle: NamedBundle): Bundle {
    const { raw, name, former, id } = bundle;
    return {
      kind: raw.kind,
      name,
      id,
      was: former,
      doc: raw.doc,
      extends: this.bases.get(bundle)?.name,
      components: [...this.inherited(bundle)].sort((a, b) => compareText(a.component, b.component)),
    };
  }

  /** The bundle's own components over those of its base. */
  private inherited(bundle: NamedBundle): readonly BundleComponent[] {
    const own = this.own.get(bundle) ?? [];
    const base = this.bases.get(bundle);
    if (base === undefined) return own;
    const all = new Map(this.inherited(base).map((part) => [part.component, part]));
    for (const { component, values } of own) {
      const fields = this.components.get(component)?.fields ?? [];
      all.set(component, { component, values: mergeFields(fields, all.get(component)?.values ?? {}, values) });
    }
    return [...all.values()];
  }

  private ownComponents(raw: RawBundle): BundleComponent[] {
    const seen = new Map<string, RawBundleComponent>();
    return raw.components.flatMap((part) => {
      const declaration = this.componentOf(part);
      if (declaration === undefined) return [];
      const twin = seen.get(declaration.name);
      seen.set(declaration.name, part);
      if (twin !== undefined) {
        this.reporter.report("ECS2002", part.component.place, `\`${part.component.value.name}\` is given twice`, {
          help: "remove one of the two",
          related: [{ place: twin.component.place, message: "the other one" }],
        });
        return [];
      }
      return [{ component: declaration.name, values: this.values(part, declaration) }];
    });
  }

  private componentOf({ component }: RawBundleComponent): Declaration | undefined {
    const declared = this.named.declarations.get(symbolKey(component.value));
    const found = declared && this.components.get(declared.head.name);
    if (found !== undefined) return found;
    const is = declared === undefined ? "no declaration of a schema" : aKind(declared.raw.kind);
    this.reporter.report("ECS2027", component.place, `\`${component.value.name}\` cannot be part of a bundle`, {
      why: [`It is ${is}; entities are spawned with components.`],
      help: "name a component, a tag or a toggle",
    });
    return undefined;
  }

  private values({ values, component }: RawBundleComponent, declaration: Declaration): Values {
    if (declaration.storage === "tag" || declaration.storage === "toggle") {
      for (const { place } of values) {
        this.reporter.report("ECS2028", place, `\`${component.value.name}\` has no values`, {
          why: [`It is a ${declaration.storage}, which an entity has or has not.`],
          help: `write \`${component.value.name}\` alone`,
        });
      }
      return {};
    }
    const { name } = component.value;
    const { fields } = declaration;
    const raw = this.named.declarations.get(symbolKey(component.value))?.raw;
    if (raw?.readable === false) return {};
    const written = raw?.fields ?? [];
    // A field that is written and not proven has a finding of its own.
    const isLost = (value: RawValue): boolean =>
      written.length > fields.length && !isIn(value, fields) && isIn(value, written);
    return Object.fromEntries(
      values.filter((value) => !isLost(value)).flatMap((value) => this.value(value, fields, name)),
    );
  }

  /** A value that fits, under its name; nothing for one that does not. `of` is what it is part of: `Hull.armour`. */
  private value(raw: RawValue, fields: readonly Field[], of: string): [string, Literal][] {
    const field = fields.find((candidate) => candidate.name === raw.name);
    if (field === undefined) {
      const known = fields.map((candidate) => candidate.name);
      this.reporter.report("ECS2028", raw.place, `\`${of}\` has no field \`${raw.name}\``, {
        help: suggestion(raw.name, known),
      });
      return [];
    }
    const path = `${of}.${raw.name}`;
    if (field.type.kind === "struct" && raw.parts.length > 0) {
      const { fields: inner } = field.type;
      return [[raw.name, Object.fromEntries(raw.parts.flatMap((part) => this.value(part, inner, path)))]];
    }
    const { value, place } = raw.value;
    const why = value === undefined ? "`undefined` says nothing" : whyNoDefault(field.type, value, field.range);
    if (why === undefined) return [[raw.name, value]];
    this.reporter.report("ECS2028", place, `\`${path}\` cannot have this value`, {
      why: [`${why.charAt(0).toUpperCase()}${why.slice(1)}.`],
      help: helpFor(field.type, value),
    });
    return [];
  }

  private basesOf(bundles: readonly NamedBundle[]): ReadonlyMap<NamedBundle, NamedBundle> {
    const bases = new Map(
      bundles.flatMap((bundle): [NamedBundle, NamedBundle][] => {
        const base = this.baseOf(bundle);
        return base === undefined ? [] : [[bundle, base]];
      }),
    );
    for (const bundle of bundles) {
      const circle = circleFrom(bundle, bases);
      if (circle === undefined) continue;
      this.reportCircle(bundle, circle);
      // What extends itself inherits nothing, so that whoever follows the others comes to an end.
      for (const one of circle) bases.delete(one);
    }
    return bases;
  }

  private baseOf({ raw }: NamedBundle): NamedBundle | undefined {
    if (raw.extends === undefined) return undefined;
    const { value, place } = raw.extends;
    const base = this.named.bundles.get(symbolKey(value));
    if (base !== undefined) return base;
    this.reporter.report("ECS2027", place, `\`${value.name}\` cannot be extended`, {
      why: ["It is neither a bundle nor a prefab."],
      help: suggestion(
        value.name,
        [...this.named.bundles.values()]
          .map((bundle) => bundle.raw.symbol.name)
          .filter((name) => name !== raw.symbol.name),
      ),
    });
    return undefined;
  }

  private reportCircle({ raw }: NamedBundle, circle: readonly NamedBundle[]): void {
    const chain = [...circle.map((bundle) => bundle.raw), raw].map(({ symbol }) => `\`${symbol.name}\``);
    this.reporter.report("ECS2029", raw.extends?.place ?? raw.place, `\`${raw.symbol.name}\` extends itself`, {
      why: [`${chain.join(" extends ")}.`],
      help: "remove one of these `extends`",
    });
  }
}

/** The bundles from one back to it; nothing when the way ends, or leads into another circle. */
function circleFrom(
  start: NamedBundle,
  bases: ReadonlyMap<NamedBundle, NamedBundle>,
): readonly NamedBundle[] | undefined {
  const way = new Set([start]);
  for (let next = bases.get(start); next !== undefined; next = bases.get(next)) {
    if (next === start) return [...way];
    if (way.has(next)) return undefined;
    way.add(next);
  }
  return undefined;
}

function helpFor(type: FieldType, value: Literal): string {
  if (value === undefined) return "leave it out";
  if (type.kind === "entity" || type.kind === "object") return "leave it out, and give it to the spawner";
  return "give it a value that the field can hold";
}

/** Field by field: what is said over what is inherited. */
function mergeFields(fields: readonly Field[], inherited: Values, own: Values): Values {
  const merged: Record<string, Literal> = { ...inherited };
  for (const [name, value] of Object.entries(own)) {
    const type = fields.find((field) => field.name === name)?.type;
    merged[name] = type === undefined ? value : merge(type, inherited[name], value);
  }
  return merged;
}

/** Structs and vectors with named parts are merged part by part; everything else is replaced. */
function merge(type: FieldType, inherited: Literal, own: Literal): Literal {
  if (!isRecord(inherited) || !isRecord(own)) return own;
  if (type.kind === "struct") return mergeFields(type.fields, inherited, own);
  return type.kind === "vector" && !type.indexed ? { ...inherited, ...own } : own;
}

function isRecord(value: Literal): value is Values {
  return typeof value === "object" && !Array.isArray(value);
}

function isIn({ name }: RawValue, fields: readonly { readonly name: string }[]): boolean {
  return fields.some((field) => field.name === name);
}
