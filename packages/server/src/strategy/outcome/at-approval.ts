import { known, mapMetric, missing, numberFigure, type Explained } from '@throughline/engine/kernel'
import { alignment, approvalOf, type Approval, type RecordedState } from '@throughline/engine/strategy'
import { nameOfVersion } from '../versions/policy.ts'
import type { StrategyHistory } from './history-store.ts'
import type { StoredOutcome } from './store.ts'

/** The alignment of an initiative as it was when it was approved, and what it rests on. */
export type ScoreAtApproval = { readonly approval: Extract<Approval, { kind: 'known' }> | null; readonly strategy: string | null; readonly score: Explained<number>; readonly basis: 'computed' | 'stated' | 'none' }

type States = { readonly believedFrom: string; readonly replacedAt: string | null }
/** Whether a state was the one that was believed at an instant; instants are compared as numbers, since `-infinity` is one of them. */
const heldAt = (at: string) => ({ believedFrom, replacedAt }: States): boolean => instantOf(believedFrom) <= Date.parse(at) && (replacedAt === null || instantOf(replacedAt) > Date.parse(at))
const instantOf = (text: string): number => (text === '-infinity' ? Number.NEGATIVE_INFINITY : Date.parse(text))

/** What scores at approval are looked up in: one index of the history, whatever the number of initiatives. */
export function scoresAtApproval({ objectives, versions, contributions }: StrategyHistory) {
  const own = Map.groupBy(contributions, ({ initiativeId }) => initiativeId)
  return (initiativeId: string, states: readonly RecordedState[], judged: StoredOutcome | undefined): ScoreAtApproval => {
    const approval = approvalOf(states)
    if (approval.kind !== 'known') return withStated({ approval: null, strategy: null, score: noneBecause(noApproval[approval.kind]) }, judged)
    const held = heldAt(approval.at)
    const version = versions.find((one) => one.inForce && held(one))
    const facts = objectives.filter((one) => one.versionId === version?.id && !one.removed && held(one)).map(({ id, key, perspectiveId, statement, weight }) => ({ id, key, perspectiveId, statement, weight: Number(weight), owner: null, deadline: null, mandatory: false }))
    const said = (own.get(initiativeId) ?? []).filter((one) => !one.superseded && held(one)).map(({ objectiveId, contribution, rationale, origin }) => ({ initiativeId, objectiveId, contribution: Number(contribution), rationale, origin }))
    const { metric, why } = alignment(facts, said)
    const strategy = version ? nameOfVersion(version) : null
    return withStated({ approval, strategy, score: { metric, why: { ...why, term: 'Alignment at approval', note: `As of ${approval.on}${strategy === null ? ', before there was a strategy' : `, under ${strategy}`}` } } }, judged)
  }
}

const noApproval = { before_records: 'It was on its way when it was first recorded: what was known as it was approved is not on record', none: 'Nothing on record says that it was approved' } as const
const noneBecause = (note: string): Explained<number> => ({ metric: missing('approval on record'), why: { term: 'Alignment at approval', figure: missing('approval on record'), formula: 'alignment-outcome', note } })

/** What was stated holds only where nothing can be computed, and says so. */
function withStated(found: Omit<ScoreAtApproval, 'basis'>, judged: StoredOutcome | undefined): ScoreAtApproval {
  if (found.score.metric.status === 'ok') return { ...found, basis: 'computed' }
  if (judged === undefined || judged.stated === null) return { ...found, basis: 'none' }
  const metric = known(Number(judged.stated))
  return {
    ...found, basis: 'stated',
    score: { metric, why: { term: 'Alignment at approval, stated', figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), formula: 'alignment-outcome', note: `Stated, not computed: ${judged.stated_source}`, source: { kind: 'entered', by: judged.recorded_by, at: judged.recorded_at }, terms: [found.score.why] } },
  }
}
