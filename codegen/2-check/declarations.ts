import type { Reporter } from "../diagnostics/diagnostic.js";
import { recalled, type Recall } from "../memo/recall.js";
import type { Declaration, Field, FieldType } from "../model/contract.js";
import { compareText } from "../model/compare.js";
import type { EdgeRules } from "../model/raw.js";
import { checkFields } from "./fields.js";
import { hashText } from "./hash.js";
import type { Named, NamedDeclaration } from "./symbols.js";

/** Proves all declarations, sorted by name. */
export function checkDeclarations(
  { declarations }: Named,
  reporter: Reporter,
  recall?: Recall<NamedDeclaration, Declaration>,
): Declaration[] {
  const around = { questions: {}, reporter };
  return [...declarations.values()]
    .map((declaration) =>
      recalled(recall, declaration, [], around, (_, listening) => checkDeclaration(declaration, listening)),
    )
    .sort((a, b) => compareText(a.name, b.name));
}

function checkDeclaration({ raw, head, former }: NamedDeclaration, reporter: Reporter): Declaration {
  const { kind, doc, clock, random, edges, tracked } = raw;
  const storage = raw.storage.value;
  const fields = checkFields(raw.fields, reporter);
  if (
    kind === "component" &&
    raw.readable &&
    raw.fields.length === 0 &&
    (storage === "table" || storage === "sparse")
  ) {
    reporter.report("ECS2010", raw.place, `\`${raw.symbol.name}\` has no fields`, {
      why: ["A component without data is a tag or a toggle, which cost less."],
      help: "write `tag()`, or `toggle()` if it is switched often",
    });
  }
  // Its names are in order, and it holds no numbers, so this is its canonical form.
  const layoutText = JSON.stringify({
    edges: edges && allowedEdges(edges),
    fields: fields.map(layoutOf),
    kind,
    storage,
  });
  return {
    clock,
    doc,
    edges: edges && { ...allowedEdges(edges), onTargetDespawn: edges.onTargetDespawn },
    fields,
    id: head.id,
    kind,
    name: head.name,
    random: random || undefined,
    stateVersion: hashText(layoutText),
    storage,
    tracked: tracked || undefined,
    was: former,
  };
}

/** What decides which edges can be there; not what happens when a target is despawned. */
function allowedEdges({ exclusive, acyclic }: EdgeRules): Pick<EdgeRules, "acyclic" | "exclusive"> {
  return { acyclic, exclusive };
}

/** What of a field decides how its values are stored. */
function layoutOf({ name, type, optional }: Field): unknown {
  return { name, optional, type: layoutOfType(type) };
}

function layoutOfType(type: FieldType): unknown {
  switch (type.kind) {
    case "struct":
      return { fields: type.fields.map(layoutOf), kind: type.kind };
    case "list":
    case "map":
      return { kind: type.kind, of: layoutOfType(type.of) };
    case "union":
      return {
        kind: type.kind,
        shapes: type.shapes.map((shape) => ({ fields: shape.fields.map(layoutOf), kind: shape.kind })),
      };
    case "vector":
      return { ...type, quat: undefined };
    case "object":
      return { kind: type.kind };
    default:
      return type;
  }
}
