import { component, core, entity, list, resource, string, u32, view, type Entity, type World } from "ecsgen/schema";

/** What somebody carries. */
export class Bag extends component({ items: list(string), gold: u32 }) {}
/** Who owns something. */
export class Owner extends component({ owner: entity }) {}
/** What things cost. */
export class Prices extends resource({ bread: u32.default(2) }) {}

/** Taking and giving. */
export interface Trade {
  /** Gives gold from one to the other; `false` when there is not enough. */
  pay(world: World, from: Entity, to: Entity, gold: number): boolean;
}
export interface Tax {
  /** Takes a tenth of everything. */
  collect(bag: Bag): void;
}

/** Things, and who has them. */
export const inventory = core({
  features: { trade: view<Trade>(), tax: view<Tax>({ implies: ["trade"] }) },
});
