import type { Cockpit, DecisionNeeded, MovementCounts as Counts } from '@throughline/contract/portfolio'
import { toWire } from '@throughline/contract/wire'
import type { Metric, Money } from '@throughline/engine/kernel'
import { attentionKinds, attentionOf, movements, type Attention, type AttentionKind, type Movement, type PositionLine } from '@throughline/engine/portfolio'
import type { Static } from 'typebox'
import { readInitiativesOf, readReports } from '../../demand/index.ts'
import { lineOfInitiative, lineOfReport } from '../lines.ts'
import type { Snapshot } from './snapshot.ts'
import { movedLines, pageOfMoved, told, type MoveGroup } from './lines/moved.ts'
import { pageOfWaiting, waitingLines, type WaitingLines } from './lines/waiting.ts'

type Page = { readonly from: number; readonly limit: number }
export type Decision = DecisionNeeded
type Item = Cockpit['moved']['items'][number]

/** The lines of some initiatives, now and before, for the engine to say what moved and what waits. */
async function linesOfSome({ tx, zero, previous }: Snapshot, ids: readonly string[]): Promise<{ readonly now: readonly PositionLine[]; readonly before: readonly PositionLine[] }> {
  const wanted = [...new Set(ids)]
  const initiatives = await readInitiativesOf(tx, wanted)
  const byId = new Map(initiatives.map((initiative) => [initiative.id, initiative]))
  const reports = previous ? await readReports(tx, { publicationId: previous.id, initiativeIds: wanted }) : []
  return { now: initiatives.filter(({ current }) => current).map((facts) => lineOfInitiative(facts, zero)), before: reports.map((report) => lineOfReport(report, byId.get(report.initiativeId), zero)) }
}

/** One page of what moved since the previous position: which by the columns, what and by how much by the engine. */
export async function movedPage(snapshot: Snapshot, what: MoveGroup | undefined, { from, limit }: Page): Promise<{ readonly counts: Static<typeof Counts>; readonly inAll: number; readonly items: Item[] }> {
  const { columns, now, before } = snapshot
  const moved = before && movedLines(now, before, columns.ids.count)
  const counts = Object.fromEntries(told.map((group) => [group, moved?.[group].length ?? 0])) as Readonly<Record<MoveGroup, number>>
  const found = (moved && before ? pageOfMoved(moved, what, { from, limit }, { now, before, idOf: columns.ids.of }) : []).map(({ row, kind }) => ({ id: columns.ids.of(row), kind }))
  const lines = await linesOfSome(snapshot, found.map(({ id }) => id))
  const byKey = new Map(movements(lines.before, lines.now).map((movement) => [`${movement.line.id} ${movement.kind}`, movement]))
  const { other: _, ...counted } = counts
  return { counts: counted, inAll: Object.values(counts).reduce((sum, count) => sum + count, 0), items: found.flatMap(({ id, kind }) => byKey.get(`${id} ${kind}`) ?? []).map(presentMovement) }
}

function presentMovement({ line, kind, fromRating, toRating, fromAmount, toAmount, change, fromDate, toDate, days }: Movement): Item {
  const text = (metric: Metric<Money>): string | null => (metric.status === 'ok' ? metric.value.minor.toString() : null)
  return { initiative: { id: line.id, key: line.key, name: line.name }, kind, from: fromDate ?? text(fromAmount), to: toDate ?? text(toAmount), fromRating, toRating, change: toWire(change), days }
}

/** One page of what needs a decision: objectives that nothing serves, weights that do not sum to 1, then initiatives. */
export async function decisionPage(snapshot: Snapshot, served: ReadonlySet<string>, kind: Decision['kind'] | undefined, { from, limit }: Page): Promise<{ readonly counts: Cockpit['decisionCounts']; readonly inAll: number; readonly items: Decision[] }> {
  const { columns, now, before } = snapshot
  const strategy = strategyDecisions(snapshot, served)
  const shown = strategy.filter((one) => kind === undefined || one.kind === kind)
  const wanted = attentionKinds.find((one) => one === kind)
  const rest = kind !== undefined && wanted === undefined ? 0 : Math.max(0, limit - Math.max(0, shown.length - from))
  const found = waitingLines(columns, snapshot.serving, now, before)
  const none: Cockpit['decisionCounts'] = { rated_red: 0, rating_fell: 0, cost_grew: 0, end_slipped: 0, costs_more_than_it_gives: 0, figure_suspect: 0, objective_unserved: 0, initiative_orphan: 0, weights_open: 0 }
  const counts = { ...none, ...countsOf(found), objective_unserved: strategy.filter((one) => one.kind === 'objective_unserved').length, weights_open: strategy.filter((one) => one.kind === 'weights_open').length }
  const page = pageOfWaiting(found, wanted, Math.max(0, from - shown.length), rest, now)
  const waiting = await attentionsOf(snapshot, page.map(({ line, kind: of, flag }) => ({ id: columns.ids.of(now.row[line] ?? 0), kind: of, flag })))
  return { counts, inAll: Object.values(counts).reduce((sum, count) => sum + count, 0), items: [...shown.slice(from, from + limit), ...waiting.map(presentAttention)] }
}

const countsOf = (found: WaitingLines) => Object.fromEntries(attentionKinds.map((kind) => [kind, found[kind].length]))

async function attentionsOf(snapshot: Snapshot, rows: readonly { readonly id: string; readonly kind: AttentionKind; readonly flag: string | null }[]): Promise<readonly Attention[]> {
  const { now, before } = await linesOfSome(snapshot, rows.map(({ id }) => id))
  const orphans = new Set(rows.flatMap(({ id, kind }) => (kind === 'initiative_orphan' ? [id] : [])))
  // Without an earlier position nothing has moved: whoever is new to this one has not joined it.
  const all = attentionOf(now, snapshot.before ? movements(before, now) : [], orphans)
  const byKey = new Map(all.map((one) => [`${one.line.id} ${one.kind} ${one.flag ?? ''}`, one]))
  return rows.flatMap(({ id, kind, flag }) => byKey.get(`${id} ${kind} ${flag ?? ''}`) ?? [])
}

function strategyDecisions({ objectives }: Snapshot, served: ReadonlySet<string>): readonly Decision[] {
  const total = objectives.reduce((sum, { weight }) => sum + weight, 0)
  const [first] = objectives
  return [
    ...objectives.filter(({ id, weight }) => weight > 0 && !served.has(id)).map(({ id, statement, weight }) =>
      strategyDecision('objective_unserved', 'objective', id, statement, `No current initiative serves it, and it has ${(weight * 100).toFixed(1)} % of the weight. Fund something, or lower its weight.`)),
    ...(first && Math.abs(total - 1) > 1e-6 ? [strategyDecision('weights_open', 'strategy', first.id, 'Weights of the objectives', `The weights sum to ${(total * 100).toFixed(1)} %, not 100 %. Settle them.`)] : []),
  ]
}

const strategyDecision = (kind: Decision['kind'], type: Decision['subject']['type'], id: string, name: string, words: string): Decision => ({ kind, subject: { type, id, name }, words, rating: null, atStake: { status: 'not_applicable' }, flag: null })

const presentAttention = ({ kind, line, rating, words, atStake, flag }: Attention): Decision => ({ kind, subject: { type: 'initiative', id: line.id, name: line.name }, words, rating, atStake: toWire(atStake), flag: flag as Decision['flag'] })
