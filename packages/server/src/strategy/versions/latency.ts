import type { RecalibrationItem, RecalibrationList } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import type { CivilDate } from '@throughline/engine/kernel'
import { latencyOf, latencyPercentiles, type LatencyRecord, type LatencyStep } from '@throughline/engine/portfolio'
import type { StrategyDocument } from './content.ts'
import { nameOfVersion } from './policy.ts'
import type { VersionRow } from './store.ts'

/** The first actual after the approval of a measure of an objective that the version changed. */
export type FirstEffect = { readonly versionId: string; readonly measureId: string; readonly measure: string; readonly on: CivilDate }
export type Timed = { readonly row: VersionRow; readonly actions: StrategyDocument['actions']; readonly effect: FirstEffect | undefined }

const told = ['signal', 'recognised', 'sent', 'approved', 'moved', 'effect'] as const

/** When the steps of each change of strategy came, and how long they take in general. Work that an approval stops, pauses or starts moves with it. */
export function presentLatency(all: readonly Timed[], today: CivilDate): RecalibrationList {
  const records = new Map(all.map((one) => [one.row.id, recordOf(one)]))
  return toWire({
    items: all.map(({ row, actions, effect }): RecalibrationItem => ({
      versionId: row.id, no: row.no, title: nameOfVersion(row), reason: row.reason, status: row.status, steps: stepsOf(records.get(row.id) ?? { id: row.id, on: {} }, today),
      actions: [...Map.groupBy(actions, ({ kind }) => kind)].map(([kind, of]) => ({ kind, count: of.length })), decisionId: row.decision_id, approvedAt: row.approved_at, approvedBy: row.approved_by,
      effect: effect ? { measureId: effect.measureId, measure: effect.measure, on: effect.on } : null,
    })),
    percentiles: told.slice(1).map((step) => ({ step, ...latencyPercentiles([...records.values()], step, today) })),
  }) as unknown as RecalibrationList
}

const day = (instant: string | null): CivilDate | undefined => instant?.slice(0, 10)

function recordOf({ row, actions, effect }: Timed): LatencyRecord {
  const approved = day(row.approved_at)
  const moves = actions.some(({ kind }) => kind === 'stop' || kind === 'pause' || kind === 'start')
  const came: readonly (readonly [LatencyStep, CivilDate | undefined])[] = [['signal', row.signal_on ?? undefined], ['recognised', day(row.drafted_at)], ['sent', day(row.sent_at)], ['approved', approved], ['moved', moves ? approved : undefined], ['effect', effect?.on]]
  return { id: row.id, on: Object.fromEntries(came.filter(([, on]) => on !== undefined)) }
}

function stepsOf(record: LatencyRecord, today: CivilDate): RecalibrationItem['steps'] {
  const counted = new Map(latencyOf(record, today).map((one) => [one.step, one]))
  // Of what is awaited the next step that is told carries the age, whichever comes first.
  const open = [...counted.values()].find((one) => one.open)
  const awaited = open && told.find((step) => record.on[step] === undefined && step !== 'signal' && told.slice(told.indexOf(step)).every((later) => record.on[later] === undefined))
  return told.map((step) => {
    const one = counted.get(step)
    if (step === awaited) return { step, on: null, days: open?.days ?? null, open: true }
    return { step, on: record.on[step] ?? null, days: one && !one.open ? one.days : null, open: false }
  })
}
