import { component } from "ecsgen/schema";

interface Shape {
  now: number;
}
export class Health extends component(Shape) {}
