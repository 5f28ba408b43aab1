import { relation } from "ecsgen/schema";

export class ChildOf extends relation({}, { exclusive: "yes", onTargetDespawn: "explode" }) {}
