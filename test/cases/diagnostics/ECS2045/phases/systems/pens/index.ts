import { systemModule } from "ecsgen/schema";
import { drawing } from "../../schema/drawing.js";

export function draw(): void {}

export default systemModule({ core: drawing, provides: { pens: { draw } } });
