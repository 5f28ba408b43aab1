/** What a save holds: a whole world, or some of its entities with the relations among them. */
export type SaveKind = "world" | "entities";

/** How a save is written: columns copied whole, or as text that can be read. */
export type SaveFormat = "binary" | "json";
