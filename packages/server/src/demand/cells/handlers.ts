import { ok } from '@throughline/engine/kernel'
import type { demandProblems, demandRoutes } from '@throughline/contract/demand'
import { withOrg } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { withRights } from '../row-rights.ts'
import { readRowsOf } from '../rows.ts'
import { changeCells } from './change-cells.ts'

type Served = Pick<typeof demandRoutes, 'changeCells'>

/** Many cells in one call; the reply has the rows as they are now, also those that somebody else had changed. */
export const cellHandlers: Handlers<Served, keyof typeof demandProblems> = {
  changeCells: async ({ actor, body, context: { db, now } }) => {
    const { ids, moved, changed, issues } = await changeCells(db, actor, body, now)
    const rows = await withOrg(db, actor, (tx) => readRowsOf(tx, [...ids, ...moved]))
    return ok({ rows: withRights(actor, rows), changed, issues: [...issues] })
  },
}
