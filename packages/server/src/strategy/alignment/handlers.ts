import { ok, refuse } from '@throughline/engine/kernel'
import type { Alignment, strategyProblems, strategyRoutes } from '@throughline/contract/strategy'
import { todayOf, type Handlers } from '../../http/index.ts'
import { may } from '../../people/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { presentAlignment } from './present.ts'
import type { Outlays, OutlaySource } from './source.ts'
import { readStatements } from './statements.ts'

type AlignmentRoutes = Pick<typeof strategyRoutes, 'readAlignment'>

/** Stated priorities against where money and people go. What initiatives take is read once after each act, whatever is asked of it. */
export const alignmentHandlers = ({ readOutlays }: OutlaySource): Handlers<AlignmentRoutes, keyof typeof strategyProblems> => ({
  readAlignment: async ({ actor, query: { basis = 'money', counting = 'all', period = 'whole' }, context }) => {
    // Shares of money tell of amounts; of people's time they do not.
    if (basis === 'money' && !may(actor, 'see_money')) return refuse({ code: 'amounts_withheld' as const })
    const question = { basis, counting, period, today: todayOf(context) }
    return rolledUp<Alignment, never>(context.db, actor, { kind: 'alignment', asked: question }, async ({ tx, part }) => {
      const outlays = await part<Outlays>('outlays', null, () => readOutlays(tx))
      return ok(presentAlignment(outlays, await readStatements(tx), question))
    })
  },
})

