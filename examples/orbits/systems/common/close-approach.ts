import type { Commands, Entity, EventWriter } from "ecsgen/schema";
import { Encounter } from "../../generated/components/encounter.js";
import { nearest } from "../../physics/encounter.js";
import type { Approach, Masses, Position, Time, Velocity, Vicinity } from "../../schema/gravity.js";
import type { Encounter as EncounterRow } from "../../schema/gravity.js";

/** Begins an encounter for who came close. */
export function watch(
  asteroid: Entity,
  position: Readonly<Position>,
  velocity: Readonly<Velocity>,
  masses: Readonly<Masses>,
  vicinity: Readonly<Vicinity>,
  time: Readonly<Time>,
  commands: Commands,
): void {
  const meeting = nearest(position, velocity, masses, time);
  if (meeting.distance < vicinity.distance) commands.add(asteroid, Encounter, meeting);
}

/** Keeps the smallest distance; tells of the encounter when the two have parted. */
export function follow(
  asteroid: Entity,
  position: Readonly<Position>,
  velocity: Readonly<Velocity>,
  encounter: EncounterRow,
  masses: Readonly<Masses>,
  vicinity: Readonly<Vicinity>,
  time: Readonly<Time>,
  commands: Commands,
  approaches: EventWriter<Approach>,
): void {
  const { body, distance, day } = nearest(position, velocity, masses, time);
  if (distance < encounter.distance) {
    encounter.body = body;
    encounter.distance = distance;
    encounter.day = day;
  }
  if (distance < vicinity.distance) return;
  approaches.emit({ asteroid, body: encounter.body, distance: encounter.distance, day: encounter.day });
  commands.remove(asteroid, Encounter);
}
