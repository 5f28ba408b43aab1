import { bundle, relation, tag } from "ecsgen/schema";

export class Awake extends tag() {}
export class Armed extends tag() {}
export class Loose extends tag() {}
export class Towed extends relation({}) {}
/** Given by main.ts. */
export class Seen extends tag() {}
/** Given by a bundle. */
export class Fresh extends tag() {}

export const newcomer = bundle({ components: [Fresh] });
