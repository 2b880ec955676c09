import type { RecalibrationInput, ToGo } from '@throughline/engine/portfolio'
import type { StrategyVersion } from '@throughline/engine/strategy'
import { describe, expect, it } from 'vitest'
import type { SolverWorker } from './held-worker.ts'
import { createRecalibrationLane } from './recalibration-lane.ts'
import { recalibrationWork } from './recalibration-perform.ts'
import type { RecalibrationAsk, RecalibrationLevers } from './recalibration-protocol.ts'

const version = (no: number, growth: number): StrategyVersion => ({ id: `v${no}`, no, objectives: [['growth', growth], ['cost', 100_000_000 - growth]].map(([key, units]) => ({ key: String(key), statement: String(key), units: Number(units), owner: null, deadline: null, parentKey: null, measures: [] })) })
const one = (id: string, growth: number, cost: number, standing: ToGo['standing']): ToGo => ({
  id, name: id, unitId: null, standing, mandatory: false, benefitsToGo: 0, costToGo: 1, costByYear: {}, exitCost: 0, switchingCost: 0, before: new Map([['growth', growth], ['cost', cost]]), after: new Map([['growth', growth], ['cost', cost]]),
  asApproved: null, finishOn: null, affected: [], decides: 'Board', decideBy: null,
})
/** Room for one: A serves growth, B cost. With growth at 0.6 A runs; below a half B is worth more. */
const base: RecalibrationInput = {
  before: version(1, 60_000_000), after: version(1, 60_000_000), mappings: [], initiatives: [one('A', 1000, 0, 'running'), one('B', 0, 1000, 'candidate')], constraints: [{ kind: 'totalBudget', limit: 1 }], currency: 'GBP', firstYear: 2026, worth: { kind: 'strategic' }, hysteresis: 0, emergency: null, benefits: [], coverage: [],
}
const levers = (growth: number): RecalibrationLevers => ({ after: version(2, growth), mappings: [], worth: base.worth, hysteresis: 0, emergency: null, constraints: base.constraints })

/** Workers without a thread, which remember what they were sent. */
function threadless() {
  const seen = { asks: [] as RecalibrationAsk[], started: 0, ended: 0 }
  const start = (): SolverWorker => {
    seen.started++
    let alive = true
    const worker: SolverWorker = { onmessage: null, onerror: null, terminate: () => { alive = false; seen.ended++ }, postMessage: (ask: RecalibrationAsk) => {
      seen.asks.push(ask)
      setTimeout(() => alive && hear(structuredClone(ask)))
    } }
    const hear = recalibrationWork((reply) => worker.onmessage?.call(worker as Worker, { data: structuredClone(reply) } as MessageEvent), () => 0)
    return worker
  }
  return { seen, start }
}

describe('recalibration in the worker', () => {
  it('answers with the engine’s own result, the portfolio sent once', async () => {
    const { seen, start } = threadless()
    const lane = createRecalibrationLane(start)
    const first = await lane.ask(base, levers(60_000_000), { op: 'live' })
    const second = await lane.ask(base, levers(30_000_000), { op: 'live' })
    expect(first.kind === 'answered' && first.answer.ok && first.answer.value.selected).toEqual(['A'])
    expect(second.kind === 'answered' && second.answer.ok && second.answer.value.actions.map(({ kind, initiativeId }) => `${kind} ${initiativeId}`)).toEqual(['stop A', 'start B'])
    expect(seen.asks.map(({ base: sent }) => sent !== undefined)).toEqual([true, false])
  })

  it('while one is under way only the newest of those that wait is asked', async () => {
    const { seen, start } = threadless()
    const lane = createRecalibrationLane(start)
    const asked = [60, 50, 40, 30].map((share) => lane.ask(base, levers(share * 1_000_000), { op: 'live' }))
    expect((await Promise.all(asked)).map(({ kind }) => kind)).toEqual(['answered', 'stopped', 'stopped', 'answered'])
    expect(seen).toMatchObject({ started: 1, ended: 0 })
    expect(seen.asks).toHaveLength(2)
  })

  it('ends what goes deeper for a newer ask, and sends the portfolio to the next worker again', async () => {
    const { seen, start } = threadless()
    const lane = createRecalibrationLane(start)
    const deep = lane.ask(base, levers(30_000_000), { op: 'stability', seed: 1, samples: 20 })
    const few = lane.ask(base, levers(30_000_000), { op: 'few', selected: ['B'] })
    expect(await deep).toEqual({ kind: 'stopped' })
    const answered = await few
    expect(answered.kind === 'answered' && answered.answer).toMatchObject({ ok: true, value: { kind: 'gain', share: 1, least: { moves: 2 } } })
    expect(seen).toMatchObject({ started: 2, ended: 1 })
    expect(seen.asks.every(({ base: sent }) => sent !== undefined)).toBe(true)
  })

  it('tells how far the counting of ranks is, and of what was ended nothing more', async () => {
    const lane = createRecalibrationLane(threadless().start)
    const [shares, late] = [[] as number[], [] as number[]]
    void lane.ask(base, levers(30_000_000), { op: 'ranks', seed: 1, samples: 40 }, (share) => late.push(share))
    const counted = await lane.ask(base, levers(30_000_000), { op: 'ranks', seed: 1, samples: 40 }, (share) => shares.push(share))
    expect([late, shares.length, shares[0], shares.at(-1)]).toEqual([[], 20, 0, 0.95])
    expect(counted.kind === 'answered' && counted.answer.initiatives.map(({ id, rank }) => `${id} ${rank}`)).toEqual(['B 1', 'A 2'])
  })

  it('passes a refusal on, and says what broke', async () => {
    const lane = createRecalibrationLane(threadless().start)
    const unmatched = await lane.ask(base, { ...levers(30_000_000), after: { id: 'v2', no: 2, objectives: version(2, 100_000_000).objectives.slice(0, 1) } }, { op: 'live' })
    expect(unmatched.kind === 'answered' && unmatched.answer).toMatchObject({ ok: false, refusal: { code: 'objectives_unmatched', before: ['cost'] } })
    const broken: unknown[] = []
    recalibrationWork((reply) => broken.push(reply), () => 0)({ id: 1, levers: levers(1), depth: { op: 'live' } })
    expect(broken).toEqual([{ id: 1, kind: 'broken', message: 'The portfolio was not sent.' }])
  })
})
