import { component, event, resource } from "ecsgen/schema";

export class Place extends component() {}
export class Seen extends event() {}
export class Score extends resource() {}
