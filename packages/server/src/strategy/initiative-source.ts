import type { InitiativeFacts, TieFacts } from '@throughline/engine/demand'
import type { RecordedState } from '@throughline/engine/strategy'
import type { Tx } from '../database/index.ts'

/** Where the strategy room learns of initiatives. They belong to a later room, which is given to this one and never imported by it. */
export type InitiativeSource = {
  readonly readInitiatives: (tx: Tx) => Promise<readonly InitiativeFacts[]>
  readonly readInitiative: (tx: Tx, id: string) => Promise<InitiativeFacts | undefined>
  readonly readInitiativesOf: (tx: Tx, ids: readonly string[]) => Promise<readonly InitiativeFacts[]>
  /** The states that some went through, in the order in which they were recorded. */
  readonly readRecordedStates: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, readonly RecordedState[]>>
  /** Which initiatives need others. */
  readonly readTies: (tx: Tx) => Promise<Pick<TieFacts, 'dependencies'>>
}
