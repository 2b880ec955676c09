import type { AlignmentOutcome, ClosedInitiative, OutcomeJudgement } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { alignmentOutcome, claimStanding, leastPerTercile, type RecordedState } from '@throughline/engine/strategy'
import { scoresAtApproval } from './at-approval.ts'
import type { StrategyHistory } from './history-store.ts'
import type { StoredOutcome } from './store.ts'

/** Closed initiatives that are listed one by one. */
const mostListed = 2000

export type OutcomeFacts = { readonly closed: readonly InitiativeFacts[]; readonly stopped: number; readonly outcomes: ReadonlyMap<string, StoredOutcome>; readonly states: ReadonlyMap<string, readonly RecordedState[]>; readonly history: StrategyHistory }

/** Whether aligned initiatives met more often, as it travels, with what it rests on. */
export function presentOutcome({ closed, stopped, outcomes, states, history }: OutcomeFacts, claim?: number): AlignmentOutcome {
  const scoreOf = scoresAtApproval(history)
  const each = closed.map((one) => ({ one, judged: outcomes.get(one.id), ...scoreOf(one.id, states.get(one.id) ?? [], outcomes.get(one.id)) }))
  const { placed, ranges, rows } = alignmentOutcome(each.map(({ one, judged, score }) => ({ id: one.id, score: score.metric, intent: judged?.intent ?? 'not_judged', goal: judged?.goal ?? 'not_judged' })))
  const judged = each.filter((all) => isJudged(all.judged))
  const listed = each.map(({ one, judged: outcome, approval, strategy, score, basis }): ClosedInitiative => ({
    id: one.id, key: one.key, name: one.name, sponsor: one.sponsor, approval: approval && { on: approval.on, at: approval.at, strategy }, alignment: toWire(score), basis, tercile: placed.get(one.id) ?? null, judgement: outcome ? presentJudgement(outcome) : null,
  })).sort((a, b) => Number(a.judgement !== null) - Number(b.judgement !== null) || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.key < b.key ? -1 : 1))
  return {
    rows: rows.map((row) => ({ ...toWire(row), claim: claim === undefined ? null : claimStanding(claim, row.terciles.top.interval) })) as AlignmentOutcome['rows'], ranges: { ...ranges }, leastPerTercile,
    counted: { closed: closed.length, judged: judged.length, parted: placed.size, withoutAlignment: judged.length - placed.size, stated: judged.filter(({ basis }) => basis === 'stated').length, stopped },
    initiatives: listed.slice(0, mostListed), omitted: Math.max(0, listed.length - mostListed),
  }
}

const isJudged = (outcome: StoredOutcome | undefined): boolean => outcome !== undefined && (outcome.intent !== 'not_judged' || outcome.goal !== 'not_judged')

/** What was judged, as it travels. */
export const presentJudgement = (row: StoredOutcome): OutcomeJudgement => ({
  intent: { verdict: row.intent, reason: row.intent_reason }, goal: { verdict: row.goal, reason: row.goal_reason }, judge: row.judge, stated: row.stated === null ? null : { score: Number(row.stated), source: row.stated_source },
  version: row.version, recordedBy: row.recorded_by, recordedAt: row.recorded_at,
})
