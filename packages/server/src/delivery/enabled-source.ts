import type { Enabled } from '@throughline/contract/delivery'
import type { Tx } from '../database/index.ts'

/** Where the delivery room learns of what work enables: benefits, and changes of the benefits network. They belong to a later room, which is given to this one and never imported by it. */
export type EnabledSource = (tx: Tx, /** All of them where it is left out. */ ids?: readonly string[]) => Promise<readonly Enabled[]>
