// The query View, row by row, through the facade that an app gets.
import type { QueryFilter } from "ecsgen/runtime";
import { beforeEach, describe, expect, expectTypeOf, it } from "vitest";
import {
  Burning,
  createWorld,
  Health,
  Label,
  NO_ENTITY,
  Paused,
  Pinned,
  Position,
  Velocity,
  WorksFor,
  type Entity,
  type World,
} from "./app/generated/index.js";
import { codeOf, messageOf } from "./support.js";

let world: World;
let queries: World["ecs"]["query"];
let still: Entity;
let moving: Entity;
let burning: Entity;

beforeEach(() => {
  world = createWorld();
  queries = world.ecs.query;
  still = world.spawn({ position: { x: 1 }, pinned: true });
  moving = world.spawn({ position: { x: 2 }, velocity: { x: 3 } });
  burning = world.spawn({ position: { x: 4 }, burning: { heat: 5 } });
});

describe("createQuery", () => {
  it("makes a query of each part of a filter", () => {
    world.relations.add(burning, WorksFor, still);
    world.add(moving, Paused);
    const found = (filter: QueryFilter): Entity[] => {
      const { name } = queries.createQuery(`query ${queries.getAllQueries().length}`, filter);
      return queries.executeQuery(name);
    };
    expect(found({ all: [Position, Velocity] })).toEqual([moving]);
    expect(found({ any: [Pinned, Burning, Paused] })).toEqual([still, moving, burning]);
    expect(found({ all: [Position], none: [Velocity, Burning] })).toEqual([still]);
    expect(found({ all: [Pinned], optional: [Velocity] })).toEqual([still]);
    expect(found({ all: [[WorksFor, still]] })).toEqual([burning]);
    expect(found({ all: [Position], none: [WorksFor] })).toEqual([still, moving]);
    expect(found({})).toEqual([still, moving, burning]);
  });

  it("takes tokens, names and ids alike, and tells them as tokens", () => {
    const named = { all: ["app.Position"], none: [Velocity.id, "app.WorksFor"], optional: ["app.Label"] };
    const { filter } = queries.createQuery("named", named);
    expect(filter).toEqual({ all: [Position], none: [Velocity, WorksFor], optional: [Label] });
    expect(queries.executeQuery("named")).toEqual([still, burning]);
    world.relations.add(burning, WorksFor, moving);
    queries.createQuery("workers", { any: [["app.WorksFor", moving]] });
    expect(queries.executeQuery("workers")).toEqual([burning]);
  });

  it("refuses a name that is taken", () => {
    queries.createQuery("moving", { all: [Velocity] });
    expect(codeOf(() => queries.createQuery("moving"))).toBe("QueryExists");
    expect(messageOf(() => queries.createQuery("moving"))).toMatch(/`moving`.*\n.*another name/);
    expect(queries.executeQuery("moving")).toEqual([moving]);
  });

  it("refuses what this world does not know, with nothing made", () => {
    const create = (filter: QueryFilter) => () => queries.createQuery("wrong", filter);
    expect(codeOf(create({ all: [{ ...Position }] }))).toBe("UnknownComponent");
    expect(codeOf(create({ none: ["app.Positions"] }))).toBe("UnknownComponent");
    expect(codeOf(create({ optional: [1n] }))).toBe("UnknownComponent");
    expect(codeOf(create({ all: [["app.Position", moving]] }))).toBe("UnknownRelation");
    expect(codeOf(create({ all: [{ ...WorksFor }] }))).toBe("UnknownRelation");
    expect(codeOf(create({ all: [[WorksFor, NO_ENTITY]] }))).toBe("StaleEntity");
    expect(messageOf(create({ none: ["app.Positions"] }))).toMatch(/`app\.Positions`.*\n.*such as `app\./);
    expect(messageOf(create({ optional: [1n] }))).toContain("`0x0000000000000001n`");
    expect(queries.queryExists("wrong")).toBe(false);
  });

  it("refuses what is no term at all, from a caller without types", () => {
    for (const term of [undefined, null, 7, true]) {
      const filter = Object.assign<QueryFilter, object>({}, { all: [term] });
      expect(codeOf(() => queries.createQuery("wrong", filter))).toBe("UnknownComponent");
    }
  });
});

describe("executeQuery", () => {
  it("sees what changed since, in the order of tables and rows", () => {
    queries.createQuery("placed", { all: [Position] });
    expect(queries.executeQuery("placed")).toEqual([still, moving, burning]);
    const late = world.spawn({ position: {}, pinned: true });
    world.despawn(moving);
    expect(queries.executeQuery("placed")).toEqual([still, late, burning]);
  });

  it("finds nothing when the target of its relation has ended", () => {
    world.relations.add(burning, WorksFor, still);
    queries.createQuery("workers", { all: [[WorksFor, still]] });
    world.despawn(still);
    world.spawn({});
    expect(queries.executeQuery("workers")).toEqual([]);
  });

  it("does not see what waits for a loop to end", () => {
    queries.createQuery("placed", { all: [Position] });
    world.select([Velocity]).each(() => {
      world.spawn({ position: {} });
      world.despawn(still);
      expect(queries.executeQuery("placed")).toEqual([still, moving, burning]);
    });
    expect(queries.queryCount("placed")).toBe(3);
    expect(queries.executeQuery("placed")).not.toContain(still);
  });
});

describe("executeQueryBatch", () => {
  it("gives lists of the size, and the rest", () => {
    queries.createQuery("placed", { all: [Position] });
    expect(queries.executeQueryBatch("placed", 2)).toEqual([[still, moving], [burning]]);
    expect(queries.executeQueryBatch("placed", 3)).toEqual([[still, moving, burning]]);
    queries.createQuery("labelled", { all: [Label] });
    expect(queries.executeQueryBatch("labelled", 2)).toEqual([]);
  });

  it.each([0, -1, 1.5, NaN, Infinity])("refuses a size of %s", (size) => {
    queries.createQuery("placed", { all: [Position] });
    expect(codeOf(() => queries.executeQueryBatch("placed", size))).toBe("InvalidArgument");
  });
});

describe("executeQueryWithComponents", () => {
  it("gives copies of the values that were asked for, undefined where there are none", () => {
    queries.createQuery("placed", { all: [Position] });
    const rows = queries.executeQueryWithComponents("placed", [Position, Velocity]);
    expect(rows).toEqual([
      [still, { x: 1, y: 0 }, undefined],
      [moving, { x: 2, y: 0 }, { x: 3, y: 0 }],
      [burning, { x: 4, y: 0 }, undefined],
    ]);
    world.set(still, Position, { x: 9 });
    expect(rows[0]?.[1]?.x).toBe(1);
  });

  it("types each row by the tokens", () => {
    queries.createQuery("placed", { all: [Position] });
    const [row] = queries.executeQueryWithComponents("placed", [Position, Pinned]);
    expectTypeOf(row).toEqualTypeOf<[Entity, { x: number; y: number } | undefined, true | undefined]>();
  });

  it("reads what the filter names when nothing is asked for", () => {
    queries.createQuery("burning", {
      all: [Burning],
      any: [Position, "app.WorksFor"],
      none: [Pinned],
      optional: [Label],
    });
    expect(queries.executeQueryWithComponents("burning")).toEqual([[burning, { heat: 5 }, { x: 4, y: 0 }, undefined]]);
  });

  it("refuses the token of another layout", () => {
    queries.createQuery("placed", { all: [Position] });
    expect(codeOf(() => queries.executeQueryWithComponents("placed", [{ ...Position }]))).toBe("UnknownComponent");
  });
});

describe("queryCount, queryHasResults, queryFirst", () => {
  it("tell how much, whether and what comes first", () => {
    queries.createQuery("placed", { all: [Position] });
    queries.createQuery("labelled", { all: [Label] });
    expect([queries.queryCount("placed"), queries.queryCount("labelled")]).toEqual([3, 0]);
    expect([queries.queryHasResults("placed"), queries.queryHasResults("labelled")]).toEqual([true, false]);
    expect([queries.queryFirst("placed"), queries.queryFirst("labelled")]).toEqual([still, undefined]);
  });
});

describe("deleteQuery", () => {
  it("says whether there was one, and frees the name", () => {
    queries.createQuery("placed", { all: [Position] });
    expect([queries.deleteQuery("placed"), queries.deleteQuery("placed")]).toEqual([true, false]);
    queries.createQuery("placed", { all: [Velocity] });
    expect(queries.executeQuery("placed")).toEqual([moving]);
  });
});

describe("updateQuery", () => {
  it("replaces the filter, and keeps the place", () => {
    queries.createQuery("first", { all: [Position] });
    queries.createQuery("second");
    expect(queries.updateQuery("first", { all: [Velocity] })).toEqual({ name: "first", filter: { all: [Velocity] } });
    expect(queries.executeQuery("first")).toEqual([moving]);
    expect(queries.getAllQueries().map(({ name }) => name)).toEqual(["first", "second"]);
  });

  it("changes nothing when the new filter is wrong", () => {
    queries.createQuery("moving", { all: [Velocity] });
    expect(codeOf(() => queries.updateQuery("moving", { all: ["app.Nothing"] }))).toBe("UnknownComponent");
    expect(queries.executeQuery("moving")).toEqual([moving]);
  });
});

describe("getQuery, getAllQueries, queryExists", () => {
  it("tell what was made, in order of creation", () => {
    const second = queries.createQuery("b", { all: [Health] });
    const first = queries.createQuery("a");
    expect(queries.getAllQueries()).toEqual([second, first]);
    expect(queries.getQuery("b")).toEqual({ name: "b", filter: { all: [Health] } });
    expect([queries.getQuery("c"), queries.queryExists("a"), queries.queryExists("c")]).toEqual([
      undefined,
      true,
      false,
    ]);
  });
});

describe("queryEntities", () => {
  it("finds without leaving anything behind", () => {
    expect(queries.queryEntities({ all: ["app.Position"], none: [Pinned] })).toEqual([moving, burning]);
    expect(queries.getAllQueries()).toEqual([]);
    expect(codeOf(() => queries.queryEntities({ all: ["nothing"] }))).toBe("UnknownComponent");
  });
});

describe("cloneQuery", () => {
  it("makes one of its own", () => {
    queries.createQuery("placed", { all: [Position] });
    queries.cloneQuery("placed", "copy");
    queries.updateQuery("placed", { all: [Velocity] });
    expect(queries.executeQuery("copy")).toEqual([still, moving, burning]);
    expect(codeOf(() => queries.cloneQuery("placed", "copy"))).toBe("QueryExists");
    expect(codeOf(() => queries.cloneQuery("nobody", "other"))).toBe("UnknownQuery");
  });
});

describe("a query for changes", () => {
  beforeEach(() => {
    world.add(still, Health);
    world.add(moving, Health);
  });

  it("finds what changed since it was executed last, in every form of executing it", () => {
    queries.createQuery("hurt", { all: [Position], changed: ["app.Health"] });
    expect(queries.executeQuery("hurt")).toEqual([still, moving]);
    expect(queries.executeQuery("hurt")).toEqual([]);
    world.set(moving, Health, { points: 5 });
    expect(queries.executeQueryBatch("hurt", 5)).toEqual([[moving]]);
    world.set(still, Health, { points: 6 });
    expect(queries.executeQueryWithComponents("hurt", [Health])).toEqual([[still, { points: 6, shield: undefined }]]);
    expect(queries.executeQueryWithComponents("hurt")).toEqual([]);
  });

  it("may be looked at without executing it", () => {
    queries.createQuery("hurt", { changed: [Health] });
    const look = (): unknown[] => [
      queries.queryCount("hurt"),
      queries.queryHasResults("hurt"),
      queries.queryFirst("hurt"),
    ];
    expect([look(), look()]).toEqual([
      [2, true, still],
      [2, true, still],
    ]);
    queries.executeQuery("hurt");
    expect(look()).toEqual([0, false, undefined]);
  });

  it("finds what was added and what was taken away", () => {
    queries.createQuery("lit", { added: [Burning] });
    queries.createQuery("freed", { removed: [Pinned.id, Burning.id] });
    expect([queries.executeQuery("lit"), queries.executeQuery("freed")]).toEqual([[burning], []]);
    world.add(still, Burning);
    world.remove(still, Pinned);
    world.remove(burning, Burning);
    expect([queries.executeQuery("lit"), queries.executeQuery("freed")]).toEqual([[still], [burning, still]]);
    world.despawn(still);
    expect([queries.executeQuery("lit"), queries.executeQuery("freed")]).toEqual([[], []]);
  });

  it("starts anew with another filter, and goes on as a clone", () => {
    queries.createQuery("hurt", { changed: [Health] });
    queries.executeQuery("hurt");
    queries.cloneQuery("hurt", "copy");
    expect(queries.executeQuery("copy")).toEqual([]);
    world.set(still, Health, { points: 1 });
    queries.executeQuery("hurt");
    expect(queries.executeQuery("copy")).toEqual([still]);
    queries.updateQuery("hurt", { changed: [Health], all: [Velocity] });
    expect(queries.executeQuery("hurt")).toEqual([moving]);
  });

  it("leaves nothing behind", () => {
    queries.createQuery("freed", { removed: [Pinned] });
    queries.updateQuery("freed", { removed: [Velocity] });
    world.remove(still, Pinned);
    world.remove(moving, Velocity);
    expect(world.tracking.logs.size).toBe(1);
    queries.deleteQuery("freed");
    expect(world.tracking.logs.size).toBe(0);
    queries.createQuery("freed", { removed: [Position] });
    world.remove(still, Position);
    world.reset();
    expect(world.tracking.logs.size).toBe(0);
    world.remove(world.spawn({ position: {} }), Position);
    expect(world.tracking.logs.size).toBe(0);
  });

  it("needs a component that is tracked, and a name", () => {
    expect(codeOf(() => queries.createQuery("moved", { changed: [Position] }))).toBe("UntrackedComponent");
    expect(codeOf(() => queries.createQuery("moved", { added: ["app.Position"] }))).toBe("UntrackedComponent");
    expect(codeOf(() => queries.createQuery("moved", { changed: [Pinned] }))).toBe("InvalidArgument");
    expect(codeOf(() => queries.createQuery("moved", { removed: ["app.WorksFor"] }))).toBe("UnknownComponent");
    expect(codeOf(() => queries.queryEntities({ changed: [Health] }))).toBe("InvalidArgument");
    expect(messageOf(() => queries.createQuery("moved", { changed: [Position] }))).toMatch(
      /`app\.Position`.*\n.*tracked: true/,
    );
    expect(queries.getAllQueries()).toEqual([]);
  });
});

describe("every function that takes a name", () => {
  const calls: Record<string, (name: string) => unknown> = {
    executeQuery: (name) => queries.executeQuery(name),
    executeQueryBatch: (name) => queries.executeQueryBatch(name, 1),
    executeQueryWithComponents: (name) => queries.executeQueryWithComponents(name, [Position]),
    queryCount: (name) => queries.queryCount(name),
    queryHasResults: (name) => queries.queryHasResults(name),
    queryFirst: (name) => queries.queryFirst(name),
    updateQuery: (name) => queries.updateQuery(name, {}),
    cloneQuery: (name) => queries.cloneQuery(name, "copy"),
  };

  it.each(Object.keys(calls))("%s refuses one that never was, or was deleted", (call) => {
    queries.createQuery("deleted");
    queries.deleteQuery("deleted");
    for (const name of ["deleted", "never"]) {
      expect(codeOf(() => calls[call]?.(name))).toBe("UnknownQuery");
      expect(messageOf(() => calls[call]?.(name))).toContain(`\`${name}\``);
    }
    expect(queries.getAllQueries()).toEqual([]);
  });
});

describe("a locked world", () => {
  it("answers, and keeps its queries as they are", () => {
    queries.createQuery("placed", { all: [Position] });
    world.lock();
    expect(codeOf(() => queries.createQuery("other"))).toBe("WorldLocked");
    expect(codeOf(() => queries.updateQuery("placed", {}))).toBe("WorldLocked");
    expect(codeOf(() => queries.deleteQuery("placed"))).toBe("WorldLocked");
    expect(codeOf(() => queries.cloneQuery("placed", "other"))).toBe("WorldLocked");
    expect(queries.executeQuery("placed")).toEqual([still, moving, burning]);
    expect(queries.queryEntities({ all: [Velocity] })).toEqual([moving]);
  });
});

describe("while a loop runs", () => {
  it("queries can be made, changed, run and deleted", () => {
    const seen: unknown[] = [];
    world.select([Velocity]).each(() => {
      queries.createQuery("placed", { all: [Position] });
      queries.updateQuery("placed", { all: [Position], none: [Pinned] });
      seen.push(queries.executeQuery("placed"), queries.deleteQuery("placed"));
    });
    expect(seen).toEqual([[moving, burning], true]);
  });
});

describe("a world that starts again", () => {
  it("keeps its queries when it is cleared, and forgets them when it is reset", () => {
    queries.createQuery("placed", { all: [Position] });
    world.clear();
    expect(queries.executeQuery("placed")).toEqual([]);
    const next = world.spawn({ position: {} });
    expect(queries.executeQuery("placed")).toEqual([next]);
    world.reset();
    expect(queries.getAllQueries()).toEqual([]);
  });
});
