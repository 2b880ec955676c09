import type { Tx } from '../../database/index.ts'

/** Which initiatives are to move which measures by their benefits. Benefits belong to a later room, which is given to this one and never imported by it. */
export type MeasuredSource = (tx: Tx) => Promise<readonly { readonly initiativeId: string; readonly measureId: string; readonly measure: string }[]>
