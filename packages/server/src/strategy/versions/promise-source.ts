import type { PromisedMovement } from '@throughline/engine/portfolio'
import type { Tx } from '../../database/index.ts'

/** Where the strategy room learns what the value ledger holds promised on measures, fulfilled or not. The ledger belongs to a later room, which is given to this one and never imported by it. */
export type PromiseSource = { readonly promisedMovements: (tx: Tx) => Promise<readonly PromisedMovement[]> }
