import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Contract, Field, FieldType, Parameter, ViewFunction } from "../../model/contract.js";
import type { ParameterUse, RawImplementation, RawParameter, RawProject, RawSystemModule } from "../../model/raw.js";
import { declarationOf, symbolKey, type NamedDeclaration, type Symbols } from "../symbols.js";

/** What a function says it reads and writes is what it does: schedules are made from it. */
export function checkAccess(raw: RawProject, contract: Contract, symbols: Symbols, reporter: Reporter): void {
  const seen = new Set<string>();
  const once = (implementation: RawImplementation): boolean => {
    const key = symbolKey(implementation.symbol);
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  for (const module of raw.systemModules) {
    for (const { implementation, declared } of implementationsOf(module, contract, symbols)) {
      checkPromises(implementation, declared, symbols, reporter);
      if (once(implementation)) checkUses(implementation, contract, symbols, reporter);
    }
  }
  for (const implementation of raw.app?.functions ?? []) {
    if (once(implementation)) checkUses(implementation, contract, symbols, reporter);
  }
}

function implementationsOf(
  module: RawSystemModule,
  contract: Contract,
  symbols: Symbols,
): { readonly implementation: RawImplementation; readonly declared: ViewFunction }[] {
  const core = contract.cores.find(({ name }) => name === symbols.cores.get(symbolKey(module.core))?.name);
  return module.provides.flatMap((provision) => {
    const view = core?.features.find(({ name }) => name === provision.feature)?.view;
    return provision.functions.flatMap((implementation) => {
      const declared = view?.functions.find(({ name }) => name === implementation.name);
      return declared === undefined ? [] : [{ implementation, declared }];
    });
  });
}

/** A View that gives `Readonly<Velocity>` promises everyone that nobody writes it. */
function checkPromises(
  { signature }: RawImplementation,
  declared: ViewFunction,
  symbols: Symbols,
  reporter: Reporter,
): void {
  for (const [index, parameter] of signature.parameters.entries()) {
    const declaration = dataOf(parameter, symbols);
    const expected = declared.parameters[index];
    if (declaration === undefined || parameter.type?.readonly !== false || !isRead(expected)) continue;
    const name = declaration.raw.symbol.name;
    reporter.report("ECS4008", parameter.place, `\`${signature.name}\` takes \`${name}\` to write it`, {
      why: [`The View gives \`Readonly<${name}>\`: who schedules it counts on \`${name}\` not being written.`],
      help: `write \`Readonly<${name}>\`, or change the View`,
    });
  }
}

function isRead(parameter: Parameter | undefined): boolean {
  const source = parameter?.source;
  return (source?.kind === "component" || source?.kind === "resource") && source.access === "read";
}

/** The component or resource that a parameter is. */
function dataOf(parameter: RawParameter, symbols: Symbols): NamedDeclaration | undefined {
  const declaration = parameter.rest ? undefined : declarationOf(symbols, parameter.type?.symbol);
  return declaration?.raw.kind === "component" || declaration?.raw.kind === "resource" ? declaration : undefined;
}

function checkUses(implementation: RawImplementation, contract: Contract, symbols: Symbols, reporter: Reporter): void {
  if (implementation.stub) return;
  const { signature, uses } = implementation;
  for (const parameter of signature.parameters) {
    const declaration = dataOf(parameter, symbols);
    const use = uses.find((candidate) => candidate.parameter === parameter.name);
    if (declaration === undefined || use === undefined) continue;
    const name = declaration.raw.symbol.name;
    if (parameter.type?.readonly === true) reportWrites(parameter.name, name, use, reporter);
    else if (!mayWrite(use, fieldsOf(declaration.name, contract))) {
      reporter.report("ECS4007", parameter.place, `\`${signature.name}\` never writes \`${parameter.name}\``, {
        why: ["What is only read can be read by others at the same time, and says so to whoever reads the signature."],
        help: `write \`${parameter.name}: Readonly<${name}>\``,
      });
    }
  }
}

function reportWrites(parameter: string, name: string, { writes }: ParameterUse, reporter: Reporter): void {
  for (const place of writes) {
    reporter.report("ECS4006", place, `\`${parameter}\` is written, but was taken to be read`, {
      why: [`Its type is \`Readonly<${name}>\`.`],
      help: `take \`${name}\` without \`Readonly\`, in the View as well, or do not write it`,
    });
  }
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
