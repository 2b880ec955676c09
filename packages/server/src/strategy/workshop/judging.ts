import type { Judgement, JudgedWeights, Workshop, WorkshopResults } from '@throughline/contract/strategy'
import { toWire, type Refusal } from '@throughline/contract/wire'
import { invariant, refuse, type Result } from '@throughline/engine/kernel'
import { jointWeights, judgedWeights, weightUnits, type GivenJudgement, type JudgedRefusal, type JudgedWeights as Judged, type Weighed } from '@throughline/engine/strategy'
import type { StoredWorkshop } from './store.ts'

type Way = Pick<StoredWorkshop, 'method' | 'random_index' | 'objectives'>
type Refused = Refusal<'judgement_incomplete' | 'judgement_unsound' | 'judgement_inconsistent'>

/** What a judgement comes to; refused by the names of objectives. Comparisons beyond the usual bound of consistency only where somebody insists. */
export function judgedOf(way: Way, given: Judgement, insist: boolean): Result<Judged, Refused> {
  const found = judgedWeights(way.method, way.objectives.map(({ key }) => key), asGiven(given), way.random_index)
  if (!found.ok) return refuse(refusalOf(found.refusal, way.objectives))
  const { consistent, consistency, furthest } = found.value
  if (consistent || insist) return found
  const name = namesOf(way.objectives)
  const ratio = consistency?.metric.status === 'ok' ? consistency.metric.value.toFixed(2) : 'unknown'
  return refuse({ code: 'judgement_inconsistent', values: { found: ratio, a: name(furthest?.a ?? ''), b: name(furthest?.b ?? ''), judged: plain(furthest?.ratio ?? 1), implied: plain(furthest?.implied ?? 1) } })
}

const plain = (ratio: number): string => String(Number((ratio >= 1 ? ratio : 1 / ratio).toFixed(1)))
const asGiven = ({ values, pairs }: Judgement): GivenJudgement => ({ values: values.map(({ key, value }) => ({ id: key, value })), pairs })
const namesOf = (objectives: Workshop['objectives']) => (key: string): string => objectives.find((one) => one.key === key)?.statement ?? key

/** A refusal of the engine in the words of the objectives. */
function refusalOf(refusal: JudgedRefusal, objectives: Workshop['objectives']): Refused {
  const name = namesOf(objectives)
  if (refusal.code === 'judgement_incomplete') return { code: 'judgement_incomplete', values: { count: refusal.missing.length, missing: refusal.missing.map(name).join(', ') } }
  return { code: 'judgement_unsound', values: { reason: reasonOf(refusal, name) } }
}

function reasonOf(refusal: Exclude<JudgedRefusal, { readonly code: 'judgement_incomplete' }>, name: (key: string) => string): string {
  switch (refusal.code) {
    case 'points_negative':
      return `${name(refusal.id)}: found ${refusal.found} points; expected none or more.`
    case 'points_all_zero':
      return 'Every objective has 0; expected something for at least one.'
    case 'swing_out_of_range':
      return `${name(refusal.id)}: found ${refusal.found}; expected 0 to 100.`
    case 'no_full_swing':
      return `The most valued swing has ${refusal.greatest}; expected 100 for it.`
    case 'rank_not_whole':
      return `${name(refusal.id)}: found the rank ${refusal.found}; expected a whole number from 1.`
    case 'judged_unknown':
      return `${refusal.id} is no objective of this workshop.`
    case 'judged_itself':
      return `${name(refusal.id)} is compared with itself.`
    case 'ratio_out_of_scale':
      return `${name(refusal.a)} against ${name(refusal.b)}: found ${refusal.found}; expected 1/9 to 9.`
    case 'judged_twice':
      return `${name(refusal.a)} against ${name(refusal.b)} is compared twice: ${refusal.before} and ${refusal.found}. Keep one of them.`
    case 'value_twice':
      return `${name(refusal.id)} is given twice. Keep one of them.`
    case 'judgements_unconnected':
    case 'items_too_many':
    case 'nothing_to_weigh':
      return 'These objectives cannot be weighed this way.'
  }
}

const shares = (weights: readonly Weighed[]) => weights.map(({ id, units }) => ({ key: id, weight: units / weightUnits }))
/** Weights of one person as they travel. */
export const presentJudged = ({ weights, consistent, consistency, furthest }: Judged): JudgedWeights => ({ weights: shares(weights), consistent, consistency: consistency === null ? null : (toWire(consistency) as JudgedWeights['consistency']), furthest })

/** What all judgements come to, with what they disagree on; of one that is closed. */
export function resultsOf(workshop: StoredWorkshop): WorkshopResults {
  const handed = workshop.judges.flatMap(({ account_id: accountId, name, judgement }) => {
    if (judgement === null) return []
    const judged = judgedOf(workshop, judgement, true)
    invariant(judged.ok, 'what was handed in leads to weights')
    return [{ accountId, name, judged: judged.value }]
  })
  const joint = jointWeights(workshop.objectives.map(({ key }) => key), handed.map(({ accountId, name, judged }) => ({ id: accountId, name, weights: judged.weights })))
  const nameOf = new Map(handed.map(({ accountId, name }) => [accountId, name]))
  const called = (id: string): string => nameOf.get(id) ?? ''
  return {
    weights: shares(joint.weights), how: joint.how, judges: handed.map(({ judged, ...one }) => ({ ...one, judged: presentJudged(judged) })), absent: workshop.judges.filter(({ judgement }) => judgement === null).map(({ name }) => name),
    agenda: joint.agenda.map(({ id, least, greatest, spread, leastBy, greatestBy }) => ({ key: id, least: least / weightUnits, greatest: greatest / weightUnits, spread: spread / weightUnits, leastBy: called(leastBy), greatestBy: called(greatestBy) })),
    apart: joint.apart.map(({ a, b, distance }) => ({ a: called(a), b: called(b), distance })), agreement: joint.agreement,
  }
}
