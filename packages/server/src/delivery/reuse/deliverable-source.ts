import type { DeliverableState } from '@throughline/engine/governance'
import type { Tx } from '../../database/index.ts'

/** A deliverable of an initiative, with how far its newest edition is. */
export type FoundDeliverable = { readonly id: string; readonly name: string; readonly initiativeId: string; readonly state: DeliverableState; readonly edition: number }
/** Deliverables by their ids; those of initiatives that were removed are not among them. They belong to a later room, which is given to this one and never imported by it. */
export type DeliverableSource = (tx: Tx, ids: readonly string[]) => Promise<readonly FoundDeliverable[]>
