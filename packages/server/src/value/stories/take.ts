import type { NewStoryFigure } from '@throughline/contract/value'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { takeFigure } from '@throughline/engine/value'
import type { Tx } from '../../database/index.ts'
import { readAmounts, readBenefitsNamed, type StoredFigure } from './store.ts'

export type Untaken = Refusal<'benefit_unknown' | 'figure_unverified' | 'figure_absent'>

/** Takes figures from the ledger, each as it stands there now. */
export async function takeFigures(tx: Tx, given: readonly NewStoryFigure[], now: Date): Promise<Result<readonly StoredFigure[], Untaken>> {
  const ids = given.map(({ benefitId }) => benefitId)
  const [names, amountsOf] = [await readBenefitsNamed(tx, ids), await readAmounts(tx, ids)]
  const taken: StoredFigure[] = []
  for (const { benefitId, period, unverified = false } of given) {
    const name = names.get(benefitId)?.benefit
    if (name === undefined) return refuse({ code: 'benefit_unknown', values: { benefit: benefitId } })
    const figure = takeFigure({ benefit: name, period }, unverified ? 'unverified' : 'verified', amountsOf(benefitId, period))
    if (!figure.ok) return figure
    const { label, verified, waiting } = figure.value
    taken.push({ benefitId, period, label, verified: String(verified), waiting: String(waiting), takenAt: now.toISOString() })
  }
  return ok(taken)
}
