import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Contract, Field, FieldType, Parameter, ViewFunction } from "../../model/contract.js";
import type { ParameterUse, RawImplementation, RawParameter, RawProject, RawSystemModule } from "../../model/raw.js";
import { declarationOf, symbolKey, type NamedDeclaration, type Symbols } from "../symbols.js";

/** What a function says it reads and writes is what it does: schedules are made from it. */
export function checkAccess(raw: RawProject, contract: Contract, symbols: Symbols, reporter: Reporter): void {
  for (const module of raw.systemModules) {
    for (const { implementation, declared } of implementationsOf(module, contract, symbols)) {
      checkUses(implementation, declared, contract, symbols, reporter);
    }
  }
  for (const implementation of raw.app?.functions ?? []) {
    checkUses(implementation, undefined, contract, symbols, reporter);
  }
}

function implementationsOf(
  module: RawSystemModule,
  contract: Contract,
  symbols: Symbols,
): { readonly implementation: RawImplementation; readonly declared: ViewFunction }[] {
  const served = module.core && symbols.cores.get(symbolKey(module.core));
  const core = contract.cores.find(({ name }) => name === served?.name);
  return module.provides.flatMap((provision) => {
    const view = core?.features.find(({ name }) => name === provision.feature)?.view;
    return provision.functions.flatMap((implementation) => {
      const declared = view?.functions.find(({ name }) => name === implementation.name);
      return declared === undefined ? [] : [{ implementation, declared }];
    });
  });
}

function checkUses(
  { stub, signature, uses }: RawImplementation,
  declared: ViewFunction | undefined,
  contract: Contract,
  symbols: Symbols,
  reporter: Reporter,
): void {
  for (const [index, parameter] of signature.parameters.entries()) {
    const expected = readByView(declared?.parameters[index]);
    const declaration = dataOf(parameter, symbols);
    const use = uses.find((candidate) => candidate.parameter === parameter.name);
    const readonly = parameter.type?.readonly === true;
    const name = declaration?.raw.symbol.name;
    if (name !== undefined && !readonly && expected !== undefined) {
      reportPromise(signature.name, name, parameter, reporter);
    } else if (!stub && use !== undefined && (expected !== undefined || (readonly && name !== undefined))) {
      reportWrites(parameter, expected ?? name ?? "", use, reporter);
    } else if (!stub && use !== undefined && declaration !== undefined) {
      if (!mayWrite(use, fieldsOf(declaration.name, contract))) {
        reportUnwritten(signature.name, declaration, parameter, reporter);
      }
    }
  }
}

/** The component or resource that the View gives to be read only, by its own name. */
function readByView(parameter: Parameter | undefined): string | undefined {
  const source = parameter?.source;
  if (source?.kind !== "component" && source?.kind !== "resource") return undefined;
  const name = source.kind === "component" ? source.component : source.resource;
  return source.access === "read" ? name.slice(name.indexOf(".") + 1) : undefined;
}

/** The component or resource that a parameter is. */
function dataOf(parameter: RawParameter, symbols: Symbols): NamedDeclaration | undefined {
  const declaration = parameter.rest ? undefined : declarationOf(symbols, parameter.type?.symbol);
  return declaration?.raw.kind === "component" || declaration?.raw.kind === "resource" ? declaration : undefined;
}

/** A View that gives `Readonly<Velocity>` promises everyone that nobody writes it. */
function reportPromise(called: string, name: string, { place }: RawParameter, reporter: Reporter): void {
  reporter.report("ECS4008", place, `\`${called}\` takes \`${name}\` to write it`, {
    why: [`The View gives \`Readonly<${name}>\`: who schedules it counts on \`${name}\` not being written.`],
    help: `write \`Readonly<${name}>\`, or change the View`,
  });
}

function reportWrites(parameter: RawParameter, name: string, { writes }: ParameterUse, reporter: Reporter): void {
  const readonly = parameter.type?.readonly === true;
  for (const place of writes) {
    reporter.report("ECS4006", place, `\`${shown(parameter, name)}\` is written, but was taken to be read`, {
      why: [readonly ? `Its type is \`Readonly<${name}>\`.` : `The View gives \`Readonly<${name}>\`.`],
      help: `take \`${name}\` without \`Readonly\`, in the View as well, or do not write it`,
    });
  }
}

function reportUnwritten(called: string, { raw }: NamedDeclaration, parameter: RawParameter, reporter: Reporter): void {
  const { name } = raw.symbol;
  reporter.report("ECS4007", parameter.place, `\`${called}\` never writes \`${shown(parameter, name)}\``, {
    why: ["What is only read can be read by others at the same time, and says so to whoever reads the signature."],
    help: `take it as \`Readonly<${name}>\``,
  });
}

/** A parameter that is taken apart has no name of its own. */
function shown({ name }: RawParameter, declaration: string): string {
  return /^_\d+$/.test(name) ? declaration : name;
}

/** A parameter is written, or it or a part that is more than a plain value gets out of sight. */
function mayWrite({ writes, escapes, parts }: ParameterUse, fields: readonly Field[]): boolean {
  if (writes.length > 0 || escapes.length > 0) return true;
  return parts.some(({ path }) => !isPlainValue(typeAt(path, fields)));
}

function fieldsOf(name: string, { components, resources }: Contract): readonly Field[] {
  return [...components, ...resources].find((declaration) => declaration.name === name)?.fields ?? [];
}

function typeAt(path: readonly string[], fields: readonly Field[]): FieldType | undefined {
  const [first, ...rest] = path;
  const type = fields.find(({ name }) => name === first)?.type;
  if (rest.length === 0) return type;
  if (type?.kind === "struct") return typeAt(rest, type.fields);
  return type?.kind === "vector" ? { kind: "number", of: type.of } : type;
}

function isPlainValue(type: FieldType | undefined): boolean {
  return type !== undefined && ["number", "bool", "entity", "string", "enum"].includes(type.kind);
}
