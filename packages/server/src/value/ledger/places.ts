import type { Intent } from './acts/post.ts'
import type { Asked, Place } from './found-store.ts'
import type { Touched } from './touched-store.ts'

/** Benefits that an act names. */
const benefitsIn = (intent: Intent): readonly string[] => [...('benefitId' in intent ? [intent.benefitId] : []), ...(intent.kind === 'realise' && intent.offset ? [intent.offset.benefitId] : []), ...(intent.kind === 'convert' ? [intent.into.benefitId] : [])]

/** Periods that an act names; those of a reversal are in its entry. */
function periodsIn(intent: Intent): readonly string[] {
  if (intent.kind === 'transfer') return [intent.fromPeriodId, intent.toPeriodId]
  if (intent.kind === 'reverse') return []
  if (intent.kind === 'convert') return [intent.periodId, intent.into.periodId]
  return 'periodId' in intent ? [intent.periodId] : intent.lines.map(({ periodId }) => periodId)
}

const measuresIn = (intent: Intent): readonly string[] => ('measureId' in intent ? [intent.measureId] : [])
const linesIn = (intent: Intent): readonly Place[] => (intent.kind === 'bank' ? intent.lines.map(({ budgetLineId }) => ({ id: budgetLineId, period: intent.periodId })) : [])
const across = (ids: readonly string[], periods: readonly string[]): readonly Place[] => periods.flatMap((period) => ids.map((id) => ({ id, period })))
const distinct = (places: readonly Place[]): readonly Place[] => [...new Map(places.map((place) => [`${place.id} ${place.period}`, place])).values()]

/** What acts have to know: of what each names, and of what is touched by those that name an entry or a period, in the periods of that. */
export function askedBy(intents: readonly Intent[], touched: Touched): Asked {
  const periods = [...new Set([...intents.flatMap(periodsIn), ...touched.periods])]
  return {
    benefits: distinct([...intents.flatMap((intent) => across(benefitsIn(intent), periodsIn(intent))), ...across(touched.benefitIds, periods)]),
    measures: distinct([...intents.flatMap((intent) => across(measuresIn(intent), periodsIn(intent))), ...across(touched.measureIds, periods)]),
    budgetLines: distinct(intents.flatMap(linesIn)), periods, sweeping: intents.flatMap((intent) => (intent.kind === 'close' ? [intent.periodId] : [])), claimsAlone: intents.every(({ kind }) => kind === 'realise'),
  }
}
