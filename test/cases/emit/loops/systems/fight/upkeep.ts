import type { Armor, Burning, Frozen, Health, Time } from "../../schema/battle.js";

export function heal(health: Health, time: Readonly<Time>): void {
  health.now = Math.min(health.most, health.now + time.delta);
}

export function burn(burning: Burning, health: Health, armor?: Readonly<Armor>): void {
  health.now -= burning.heat / (armor?.value ?? 0.5);
  burning.heat -= 1;
}

export function thaw(frozen: Frozen, burning: Burning): void {
  const both = Math.min(frozen.cold, burning.heat);
  frozen.cold -= both;
  burning.heat -= both;
}

export function cool(health: Readonly<Health>, burning?: Burning): void {
  if (burning !== undefined && health.now < health.most) burning.heat /= 2;
}
