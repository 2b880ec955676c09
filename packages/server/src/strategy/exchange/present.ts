import type { Signal, StrategyExchange, UnitStrategy } from '@throughline/contract/strategy'
import { answerWithinDays, exchangeOf, signalStanding, type CascadeFacts, type SignalFacts } from '@throughline/engine/strategy'
import type { Published, StoredAcknowledgement, StoredSignal } from './store.ts'

type Told = {
  readonly inForce: { readonly id: string; readonly no: number; readonly strategies: readonly UnitStrategy[] }
  readonly objectives: readonly { readonly key: string; readonly statement: string }[]
  readonly published: readonly Published[]
  readonly acknowledgements: readonly StoredAcknowledgement[]
  readonly signals: readonly StoredSignal[]
  readonly today: string
}

/** What went between the strategy above and those of units. */
export function presentExchange({ inForce, objectives, published, acknowledgements, signals, today }: Told): StrategyExchange {
  const read = new Map(acknowledgements.map((one) => [`${one.version_id} ${one.unit_id}`, one]))
  const cascades: readonly CascadeFacts[] = published.flatMap(({ id, unitIds }) => unitIds.map((unitId) => ({ unitId, versionId: id, acknowledged: read.has(`${id} ${unitId}`) })))
  const facts = signals.map(factsOf)
  return {
    inForce: { id: inForce.id, no: inForce.no }, withinDays: answerWithinDays, counts: exchangeOf(cascades, facts, today),
    units: inForce.strategies.map(({ id, name, objectives: own }) => {
      const acknowledged = read.get(`${inForce.id} ${id}`)
      return {
        id, name, acknowledged: acknowledged ? { by: acknowledged.acknowledged_by, at: acknowledged.acknowledged_at, words: acknowledged.words } : null, counts: exchangeOf(cascades, facts, today, id),
        objectives: objectives.filter(({ key }) => own.some(({ serves }) => serves === key)).map(({ key, statement }) => ({ key, statement })),
      }
    }),
    signals: signals.map((one) => presentSignal(one, today)).sort((a, b) => order[a.standing] - order[b.standing]),
  }
}

const order: Readonly<Record<Signal['standing'], number>> = { overdue: 0, open: 1, answered: 2 }
const factsOf = ({ unit_id: unitId, due_on: dueOn, answer }: StoredSignal): SignalFacts => ({ unitId, dueOn, answered: answer !== null })

const presentSignal = (row: StoredSignal, today: string): Signal => ({
  id: row.id, unitId: row.unit_id, unit: row.unit_name, about: row.about_key === null ? null : { key: row.about_key, statement: row.about ?? '' }, kind: row.kind, words: row.words, raisedBy: row.raised_by, raisedAt: row.raised_at, dueOn: row.due_on,
  standing: signalStanding(factsOf(row), today), escalatedAt: row.escalated_at, answer: row.answer, version: row.version,
})
