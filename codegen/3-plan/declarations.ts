import type { Contract, Declaration } from "../model/contract.js";
import type {
  ColumnPlan,
  ColumnarPlan,
  ComponentPlan,
  DeclarationPlan,
  NameRef,
  RecordPlan,
  RelationPlan,
  ValidatorPlan,
} from "../model/plan.js";
import { planRow, type RowPlan } from "./fields.js";
import type { Files } from "./layout-of-files.js";
import { camel, compareText, simpleName } from "./names.js";

/** The declarations of a contract, in dense order. */
export interface DeclarationPlans {
  readonly components: readonly ComponentPlan[];
  readonly relations: readonly RelationPlan[];
  readonly resources: readonly RecordPlan[];
  readonly events: readonly RecordPlan[];
  readonly models: readonly RecordPlan[];
}

/** Plans every component, relation, resource, event and model. */
export function planDeclarations(contract: Contract, files: Files): DeclarationPlans {
  const record = (declaration: Declaration, index: number): RecordPlan => ({
    ...planDeclaration(declaration, index, files).plan,
    clock: declaration.clock,
  });
  return {
    components: inOrder(contract.components).map((declaration, index) => planComponent(declaration, index, files)),
    relations: inOrder(contract.relations).map((declaration, index) => planRelation(declaration, index, files)),
    resources: inOrder(contract.resources).map(record),
    events: inOrder(contract.events).map(record),
    models: inOrder(contract.models).map(record),
  };
}

/** A validator for everything that outside data may hold: not for markers, nor for clocks, which the world keeps. */
export function planValidators(plans: DeclarationPlans, contract: Contract, files: Files): ValidatorPlan[] {
  const clocks = new Set(contract.resources.filter((resource) => resource.clock).map((resource) => resource.name));
  const withFields = [
    ...plans.components,
    ...plans.relations,
    ...plans.resources,
    ...plans.events,
    ...plans.models,
  ].filter((plan) => plan.row.fields.length > 0 && !clocks.has(plan.qualified));
  return withFields.map((declaration): ValidatorPlan => {
    const { name, from } = files.validator(files.declaration(declaration.qualified));
    return { file: { path: from, source: declaration.file.source }, name, declaration };
  });
}

function inOrder(declarations: readonly Declaration[]): Declaration[] {
  return [...declarations].sort((a, b) => compareText(a.name, b.name));
}

function planComponent(declaration: Declaration, index: number, files: Files): ComponentPlan {
  const plan = planColumns(declaration, index, files);
  const { storage } = declaration;
  if (!files.isTracked(declaration.name)) return { ...plan, storage, changed: undefined };
  const { length } = plan.columns;
  const added: ColumnPlan = { index: length, kind: "f64", member: "$addedTicks" };
  const changed: ColumnPlan = { index: length + 1, kind: "f64", member: "$changedTicks" };
  return { ...plan, columns: [...plan.columns, added, changed], storage, changed };
}

function planRelation(declaration: Declaration, index: number, files: Files): RelationPlan {
  const { edges } = declaration;
  if (edges === undefined) throw new Error(`the contract says nothing of the edges of \`${declaration.name}\``);
  return { ...planColumns(declaration, index, files), edges };
}

function planColumns(declaration: Declaration, index: number, files: Files): ColumnarPlan {
  const { plan, row } = planDeclaration(declaration, index, files);
  return { ...plan, columns: row.columns, objects: row.objects };
}

function planDeclaration(
  declaration: Declaration,
  index: number,
  files: Files,
): { readonly plan: DeclarationPlan; readonly row: RowPlan } {
  const name = simpleName(declaration.name);
  const source = files.source(declaration.name);
  const columnar = declaration.kind === "component" || declaration.kind === "relation";
  const row = planRow(name, declaration.doc, declaration.fields, columnar);
  const author: NameRef | undefined = row.hasHostObjects ? { name, from: source } : undefined;
  const plan: DeclarationPlan = {
    file: { path: files.pathOf(declaration), source },
    name,
    qualified: declaration.name,
    key: camel(name),
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
