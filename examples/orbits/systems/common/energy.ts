import type { Energy, Masses } from "../../schema/gravity.js";
import { note } from "../../physics/conserved.js";
import { energyOf } from "../../physics/energy-of.js";

export function measure(masses: Readonly<Masses>, energy: Energy): void {
  note(energy, energyOf(masses));
}
