import type { CriteriaBackTest, CriteriaModel, CriteriaVersion, CriteriaWeights, InitiativeScore } from '@throughline/contract/demand'
import { toWire } from '@throughline/contract/wire'
import { atGate, backTest, criteriaInUse, criteriaOverlaps, criteriaScore, isWithheld, nextGate, notReady, passedGates, rankIntervals, weightSensitivity, type CriteriaScore, type CriteriaWeights as Weighed, type DecidedFacts, type InitiativeFacts } from '@throughline/engine/demand'
import { weightUnits } from '@throughline/engine/strategy'
import type { Tested } from './decided.ts'
import { readingsWith, type Onlooker, type ScoringFacts } from './readings.ts'
import { weighingReason } from './refusals.ts'
import type { StoredModel } from './store.ts'

/** Scores that one answer lists. */
const mostScores = 100

/** A version as the list tells it. */
export const presentVersion = ({ id, no, name, state, version, drafted_by: draftedBy, drafted_at: draftedAt, approved_by: approvedBy, approved_at: approvedAt, reason }: StoredModel): CriteriaVersion => ({ id, no, name, state, version, draftedBy, draftedAt, approvedBy, approvedAt, reason })

export type Shown = { readonly weights: Weighed | undefined; readonly facts: ScoringFacts; readonly tested: Tested; readonly onlooker: Onlooker; /** Scores that are passed over. */ readonly from: number }
type Scored = { readonly initiative: InitiativeFacts; readonly score: CriteriaScore }

/** A version with what it comes to: what is at an end is not scored, and what is mandatory does not compete. */
export function presentModel(model: StoredModel, { weights, facts, tested, onlooker, from }: Shown): CriteriaModel {
  const { content: { criteria, gates }, weighing } = model
  const readings = readingsWith(facts, criteria, onlooker)
  const all: readonly Scored[] = facts.initiatives.map((initiative) => ({ initiative, score: criteriaScore(criteria, weights?.weights ?? [], readings(initiative)) }))
  const open = all.filter(({ initiative: { state } }) => state !== 'closed' && state !== 'stopped')
  const competing = open.filter(({ initiative }) => !initiative.mandatory)
  const full = competing.filter(({ score }) => score.parts.every(({ value }) => value.status === 'ok'))
  const told = backTest(tested.decided)
  const passed = all.flatMap(({ initiative, score }) => passedGates(gates, initiative.state).slice(-1).map((gate) => atGate(gate, criteria, score).standing))
  const inUse = criteriaInUse({ competing: competing.length, full: competing.filter(({ score }) => score.total.metric.status === 'ok').length, passed, tested: told, withheld: all.some(({ score }) => score.parts.some(({ value }) => isWithheld(value))) })
  const weighed = weights !== undefined && weights.refusal === null
  const listed = weighed ? inOrder(open, competing) : []
  return {
    ...presentVersion(model), note: model.note, criteria: toWire(criteria) as CriteriaModel['criteria'], gates: toWire(gates) as CriteriaModel['gates'], weighing: weighing === null ? null : (toWire({ method: weighing.method, table: weighing.table, values: weighing.values, pairs: weighing.pairs }) as CriteriaModel['weighing']), weights: weights ? presentWeights(weights, model) : null,
    notReady: [...notReady(criteria, weights)],
    overlaps: criteriaOverlaps(criteria, competing.map(({ score }) => valuesOf(score))).map((one) => (one.kind === 'move_together' ? { kind: one.kind, a: one.a, b: one.b, what: '', correlation: one.correlation, pairs: one.pairs } : { ...one, correlation: null, pairs: null })),
    scores: listed.slice(from, from + mostScores).map((one) => presentScore(one, model)), from, total: listed.length,
    sensitivity: weighed ? presentSensitivity(weights, full) : [], backTest: presentTest(told, tested), inUse: toWire(inUse),
  }
}

const valuesOf = ({ parts }: CriteriaScore): ReadonlyMap<string, number> => new Map(parts.flatMap(({ criterionId, value }) => (value.status === 'ok' ? [[criterionId, value.value] as const] : [])))

function presentWeights({ weights, consistency, consistent, furthest, stale, refusal }: Weighed, { content }: StoredModel): CriteriaWeights {
  return {
    weights: weights.map(({ id, units }) => ({ criterionId: id, weight: units / weightUnits })), consistency: consistency && toWire(consistency), consistent, furthest: furthest && { a: furthest.a, b: furthest.b, said: furthest.ratio, implied: furthest.implied },
    stale: [...stale], problem: refusal && weighingReason(refusal, content.criteria),
  }
}

type Ranked = Scored & { readonly best: number | null; readonly worst: number | null }
/** By what a score is sure to be, then by what it can be; what is mandatory, and has no rank, comes last. */
function inOrder(open: readonly Scored[], competing: readonly Scored[]): readonly Ranked[] {
  const ranks = rankIntervals(competing.map(({ initiative: { id }, score: { low, high } }) => ({ id, low, high })))
  return open
    .map((one) => ({ ...one, best: ranks.get(one.initiative.id)?.best ?? null, worst: ranks.get(one.initiative.id)?.worst ?? null }))
    .sort((a, b) => Number(a.best === null) - Number(b.best === null) || b.score.low - a.score.low || b.score.high - a.score.high || (a.initiative.name < b.initiative.name ? -1 : 1))
}

function presentScore({ initiative: { id, name, state, mandatory }, score, best, worst }: Ranked, { content: { criteria, gates } }: StoredModel): InitiativeScore {
  const gate = nextGate(gates, state)
  const standing = gate && atGate(gate, criteria, score)
  return {
    initiative: { id, name }, state, mandatory, total: toWire(score.total), low: score.low, high: score.high, best, worst,
    parts: score.parts.map(({ criterionId, raw, value, beyond }) => ({ criterionId, raw: raw.metric, value, beyond })),
    atGate: gate && standing ? { gate: gate.name, standing: standing.standing, failed: [...standing.failed], unknown: [...standing.unknown] } : null,
  }
}

function presentSensitivity({ weights }: Weighed, full: readonly Scored[]): CriteriaModel['sensitivity'] {
  const names = new Map(full.map(({ initiative: { id, name } }) => [id, { id, name }]))
  return weightSensitivity(weights, full.map(({ initiative, score }) => ({ id: initiative.id, values: valuesOf(score) }))).map(({ criterionId, weight, stays: { low, high, below, above }, agreement }) => ({
    criterionId, weight, low, high, below: names.get(below ?? '') ?? null, above: names.get(above ?? '') ?? null, agreement: toWire(agreement),
  }))
}

function presentTest({ agreement, surprises, ...counts }: ReturnType<typeof backTest>, { decisions, names, questions }: Tested): CriteriaBackTest {
  const decided = ({ decisionId, initiativeId, outcome, score }: DecidedFacts) => ({ initiative: { id: initiativeId, name: names.get(initiativeId) ?? '' }, outcome, score, decision: { id: decisionId, question: questions.get(decisionId) ?? '' } })
  return { agreement: toWire(agreement), decisions, ...counts, surprises: surprises.map(({ higher, lower, apart }) => ({ higher: decided(higher), lower: decided(lower), apart })) }
}
