/** What is tested per entity: whether it has a toggle or a sparse component. */
export interface Membership {
  /** Whether the entity in use at this index has it. */
  has(entityIndex: number): boolean;
}
