import type { LedgerTerms } from '@throughline/engine/value'
import type { Intent } from './acts/post.ts'
import type { Place } from './book-store.ts'

/** Benefits that an act names. */
export const benefitsIn = (intent: Intent): readonly string[] => [...('benefitId' in intent ? [intent.benefitId] : []), ...(intent.kind === 'realise' && intent.offset ? [intent.offset.benefitId] : []), ...(intent.kind === 'convert' ? [intent.into.benefitId] : [])]

/** Periods that an act names; those of a reversal are in its entry. */
export function periodsIn(intent: Intent): readonly string[] {
  if (intent.kind === 'transfer') return [intent.fromPeriodId, intent.toPeriodId]
  if (intent.kind === 'reverse') return []
  if (intent.kind === 'convert') return [intent.periodId, intent.into.periodId]
  return 'periodId' in intent ? [intent.periodId] : intent.lines.map(({ periodId }) => periodId)
}

/** Budget lines that an act banks on. */
export const linesIn = (intent: Intent): readonly Place[] => (intent.kind === 'bank' ? intent.lines.map(({ budgetLineId }) => ({ budgetLine: budgetLineId, period: intent.periodId })) : [])

/** All benefits and pools that are known, in all periods that are named. */
export const everyPlace = ({ benefits, measures }: LedgerTerms, periods: ReadonlySet<string>): readonly Place[] =>
  [...periods].flatMap((period) => [...[...benefits.keys()].map((benefitId) => ({ benefitId, period })), ...[...measures.values()].map(({ poolId }) => ({ poolId, period }))])

/** Of an act among many: its benefits, those on a path with them, and their pools with all above, in its own periods. */
export function placesOf({ benefits, measures }: LedgerTerms, intent: Intent): readonly Place[] {
  const around = benefitsIn(intent).flatMap((id) => [id, ...(benefits.get(id)?.sharesPathWith ?? [])])
  const pools = around.flatMap((id) => {
    const measure = measures.get(benefits.get(id)?.measureId ?? '')
    return measure ? [measure.poolId, ...measure.above.map(({ poolId }) => poolId)] : []
  })
  return periodsIn(intent).flatMap((period) => [...around.map((benefitId) => ({ benefitId, period })), ...pools.map((poolId) => ({ poolId, period }))])
}
