import { component, tag } from "ecsgen/schema";

export class Place extends component({ x: tag, y: component({}) }) {}
