import type { FieldRef } from '@throughline/contract/portfolio'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import type { FieldValue } from '@throughline/engine/portfolio'

type Sent = Promise<Result<unknown, Problem>>

/** Changes of what the scenario changes: set, add, take back. */
export type OverlayActs = {
  onSet(changes: readonly (FieldRef & { readonly value: FieldValue })[]): Sent
  onAdd(kind: 'initiative' | 'exclusion', fields: Readonly<Record<string, FieldValue>>): Sent
  onReset(changes: readonly FieldRef[]): Sent
}
