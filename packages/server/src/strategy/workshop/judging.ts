import type { Judgement, JudgedWeights, Workshop, WorkshopResults } from '@throughline/contract/strategy'
import { toWire, type Refusal } from '@throughline/contract/wire'
import { invariant, refuse, type Result } from '@throughline/engine/kernel'
import { jointWeights, judgedReason, judgedWeights, weightUnits, type GivenJudgement, type JudgedRefusal, type JudgedWeights as Judged, type Weighed } from '@throughline/engine/strategy'
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
  return { code: 'judgement_unsound', values: { reason: judgedReason(refusal, name, { one: 'objective', many: 'objectives', where: 'this workshop' }) } }
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
