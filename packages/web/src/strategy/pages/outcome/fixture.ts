import type { AlignmentOutcome, ClosedInitiative, MetShare, OutcomeRow } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import { alignmentOutcome, type ClosedFacts, type Verdict } from '@throughline/engine/strategy'

const closed = (id: string, more: Partial<ClosedInitiative> = {}): ClosedInitiative => ({
  id, key: id, name: id, sponsor: 'Ines Quay', approval: { on: '2024-03-01', at: '2024-03-01T09:00:00.000Z', strategy: 'Version 2' }, basis: 'computed', tercile: 'top',
  alignment: { metric: { status: 'ok', value: 0.62 }, why: { term: 'Alignment at approval', figure: { status: 'ok', value: { kind: 'number', value: 0.62, unit: 'ratio' } }, formula: 'alignment' } },
  judgement: { intent: { verdict: 'met', reason: 'It opened' }, goal: { verdict: 'partly', reason: 'A year late' }, judge: 'Review board', stated: null, version: 1, recordedBy: 'Bea', recordedAt: '2026-02-01T09:00:00.000Z' }, ...more,
})
const initiatives = [
  closed('Pier', { approval: null, basis: 'none', tercile: null, judgement: null, alignment: { metric: { status: 'missing', inputs: ['approval on record'] }, why: { term: 'Alignment at approval', figure: { status: 'missing', inputs: ['approval on record'] } } } }),
  closed('Harbour wall'),
  closed('Old bridge', { approval: null, basis: 'stated', tercile: 'bottom' }),
]

/** Thirty in three thirds of which so many met their intent; nobody judged goals but of five. */
function outcomeOf(...met: readonly [number, number, number]): AlignmentOutcome {
  const facts = met.flatMap((many, third) => Array.from({ length: 10 }, (_, at): ClosedFacts => ({ id: `${third}-${at}`, score: { status: 'ok', value: third * 0.3 + at * 0.01 }, intent: (at < many ? 'met' : 'not_met') as Verdict, goal: third === 0 && at < 5 ? 'partly' : 'not_judged' })))
  const { rows, ranges } = alignmentOutcome(facts)
  return {
    rows: rows.map((row) => ({ ...toWire(row), claim: null })) as AlignmentOutcome['rows'], ranges: { ...ranges }, leastPerTercile: 10,
    counted: { closed: 34, judged: 32, parted: 30, withoutAlignment: 2, stated: 1, stopped: 3 }, initiatives, omitted: 0,
  }
}
export const outcomeFor = outcomeOf(3, 6, 9)
export const outcomeUndecided = outcomeOf(5, 6, 6)
const nobody: MetShare = { ...(outcomeFor.rows[1] as OutcomeRow).terciles.top }
/** Closed, and nobody judged any. */
export const outcomeUnjudged: AlignmentOutcome = { ...outcomeFor, rows: outcomeFor.rows.map((row) => ({ ...row, terciles: { bottom: nobody, middle: nobody, top: nobody }, all: nobody, difference: (outcomeFor.rows[1] as OutcomeRow).difference, interval: { status: 'undefined', reason: 'INSUFFICIENT_POINTS' }, evidence: 'insufficient' as const })), ranges: { bottom: null, middle: null, top: null }, counted: { closed: 3, judged: 0, parted: 0, withoutAlignment: 0, stated: 0, stopped: 0 } }
export const outcomeEmpty: AlignmentOutcome = { ...outcomeUnjudged, counted: { ...outcomeUnjudged.counted, closed: 0, stopped: 2 }, initiatives: [] }
