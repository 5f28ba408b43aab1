import { alone, recalled, Recall } from "../memo/recall.js";
import type { Contract, Declaration } from "../model/contract.js";
import type { ColumnPlan } from "../model/field-plan.js";
import type {
  ComponentPlan,
  DeclarationPlan,
  RecordPlan,
  RelationPlan,
  ValidatorPlan,
  ValidatorsPlan,
} from "../model/plan.js";
import { planRow, type RowPlan } from "./fields.js";
import { configuration, type Files } from "./layout-of-files.js";
import { camel, compareText, simpleName } from "./names.js";
import type { NameRef } from "../model/name-ref.js";

/** The declarations of a contract, in dense order. */
export interface DeclarationPlans {
  readonly components: readonly ComponentPlan[];
  readonly relations: readonly RelationPlan[];
  readonly resources: readonly RecordPlan[];
  readonly events: readonly RecordPlan[];
  readonly models: readonly RecordPlan[];
}

/** What was planned in earlier rounds of a session. */
export class DeclarationRecall {
  readonly components = new Recall<Declaration, ComponentPlan>();
  readonly relations = new Recall<Declaration, RelationPlan>();
  readonly records = new Recall<Declaration, RecordPlan>();
}

/** Plans every component, relation, resource, event and model. */
export function planDeclarations(contract: Contract, files: Files, recall?: DeclarationRecall): DeclarationPlans {
  const records = (declarations: readonly Declaration[]): RecordPlan[] =>
    planAll(declarations, files, recall?.records, planRecord);
  return {
    components: planAll(contract.components, files, recall?.components, planComponent),
    relations: planAll(contract.relations, files, recall?.relations, planRelation),
    resources: records(contract.resources),
    events: records(contract.events),
    models: records(contract.models),
  };
}

/** A declaration in its place. */
interface Placed {
  readonly declaration: Declaration;
  readonly index: number;
  /** The generated file. */
  readonly path: string;
  /** The author's file. */
  readonly source: string;
  readonly tracked: boolean;
}

function planAll<P>(
  declarations: readonly Declaration[],
  files: Files,
  recall: Recall<Declaration, P> | undefined,
  planOne: (placed: Placed) => P,
): P[] {
  return inOrder(declarations).map((declaration, index) => {
    const { name } = declaration;
    const path = files.pathOf(declaration);
    const placed = { declaration, index, path, source: files.source(name), tracked: files.isTracked(name) };
    return recalled(recall, declaration, [placed], alone, () => planOne(placed));
  });
}

/** A validator for everything that outside data may hold: not for markers, nor for clocks and generators, which the world keeps. */
export function planValidators(plans: DeclarationPlans, contract: Contract, files: Files): ValidatorsPlan[] {
  const kept = new Set(contract.resources.filter(({ clock, random }) => clock || random).map(({ name }) => name));
  const withFields = [
    ...plans.components,
    ...plans.relations,
    ...plans.resources,
    ...plans.events,
    ...plans.models,
  ].filter((plan) => plan.row.fields.length > 0 && !kept.has(plan.qualified));
  const byFile = new Map<string, ValidatorPlan[]>();
  for (const declaration of withFields) {
    const { name, from } = files.validator(declaration.qualified);
    const validators = byFile.get(from);
    if (validators === undefined) byFile.set(from, [{ name, declaration }]);
    else validators.push({ name, declaration });
  }
  return [...byFile].map(([path, validators]) => ({ file: { path, source: sourceOf(validators) }, validators }));
}

/** The author's file of all of them; the configuration, by which they come together, where there are several. */
function sourceOf(validators: readonly ValidatorPlan[]): string {
  const [source = configuration, ...others] = new Set(validators.map(({ declaration }) => declaration.file.source));
  return others.length === 0 ? source : configuration;
}

function inOrder(declarations: readonly Declaration[]): Declaration[] {
  return [...declarations].sort((a, b) => compareText(a.name, b.name));
}

function planComponent(placed: Placed): ComponentPlan {
  const { plan, row } = planDeclaration(placed);
  const { columns, objects } = row;
  const { storage } = placed.declaration;
  if (!placed.tracked) return { columns, objects, storage, changed: undefined, ...plan };
  const { length } = columns;
  const added: ColumnPlan = { index: length, kind: "f64", member: "$addedTicks" };
  const changed: ColumnPlan = { index: length + 1, kind: "f64", member: "$changedTicks" };
  return { columns: [...columns, added, changed], objects, storage, changed, ...plan };
}

function planRelation(placed: Placed): RelationPlan {
  const { edges, name } = placed.declaration;
  if (edges === undefined) throw new Error(`the contract says nothing of the edges of \`${name}\``);
  const { plan, row } = planDeclaration(placed);
  return { columns: row.columns, objects: row.objects, edges, ...plan };
}

function planRecord(placed: Placed): RecordPlan {
  const { clock, random } = placed.declaration;
  return { clock, random: random === true, ...planDeclaration(placed).plan };
}

function planDeclaration({ declaration, index, path, source }: Placed): {
  readonly plan: DeclarationPlan;
  readonly row: RowPlan;
} {
  const name = simpleName(declaration.name);
  const columnar = declaration.kind === "component" || declaration.kind === "relation";
  const row = planRow(name, declaration.doc, declaration.fields, columnar);
  const author: NameRef | undefined = row.hasHostObjects ? { name, from: source } : undefined;
  const plan: DeclarationPlan = {
    file: { path, source },
    name,
    qualified: declaration.name,
    key: camel(name),
    was: declaration.was,
    doc: declaration.doc,
    id: declaration.id,
    stateVersion: declaration.stateVersion,
    index,
    row: row.row,
    enums: row.enums,
    groups: row.groups,
    unions: row.unions,
    copies: row.copies,
    defaults: row.defaults,
    author,
  };
  return { plan, row };
}
