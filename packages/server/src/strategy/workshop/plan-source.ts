import type { Tx } from '../../database/index.ts'

/** What a decision says of the plan of record, given by the room that keeps it: the name of its figures, and the instants just before and of this act. */
export type PlanSource = { readonly hash: (tx: Tx) => Promise<string>; readonly instants: (tx: Tx) => Promise<{ readonly before: string; readonly at: string }> }
