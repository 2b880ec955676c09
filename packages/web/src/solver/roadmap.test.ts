import type { RoadmapCase } from '@throughline/engine/portfolio'
import { describe, expect, it } from 'vitest'
import type { SolverWorker } from './held-worker.ts'
import { createRoadmapDeep, createRoadmapLane, type RoadmapOutcome } from './roadmap-lane.ts'
import { answerDeep } from './roadmap-perform.ts'
import type { DeepAsk, RoadmapAsk, RoadmapReply } from './roadmap-protocol.ts'
import { roadmapWork } from './roadmap-work.ts'

/** Three candidates of one period's work each, a budget of 10 a period and two periods: all three go ahead only if one waits. */
const three = (budget: number): RoadmapCase => ({
  periods: ['2027', '2028'],
  candidates: [['a', 6, 8], ['b', 5, 7], ['c', 4, 5]].map(([id, cost, value]) => ({ id: String(id), name: String(id).toUpperCase(), variants: [{ id: 'v', name: 'v', duration: 1, costs: [{ potId: 'p', amounts: [Number(cost)] }], demand: [], value: { money: { kind: 'once' as const, amount: Number(value) } } }] })),
  pots: [{ id: 'p', name: 'P' }],
  pools: [],
  constraints: [{ kind: 'potBudget', potIds: ['p'], byPeriod: [budget, budget] }],
  objective: { kind: 'weighted', weights: { money: 1 } },
})

/** A worker without a thread, with the real engine. */
function threadless(seen: { ended: number; asks: RoadmapAsk[] } = { ended: 0, asks: [] }) {
  return (): SolverWorker => {
    let alive = true
    const worker: SolverWorker = { onmessage: null, onerror: null, terminate: () => ((alive = false), void (seen.ended += 1)), postMessage: (data: RoadmapAsk | DeepAsk) => void ('task' in data ? setTimeout(() => say(answerDeep(data.task))) : (seen.asks.push(data), setTimeout(() => work.ask(data)))) }
    const say = (data: unknown): void => void (alive && worker.onmessage?.call(worker as Worker, { data: structuredClone(data) } as MessageEvent))
    const work = roadmapWork(say, () => performance.now(), () => new Promise((resume) => setTimeout(resume)))
    return worker
  }
}

const until = async (done: () => boolean): Promise<void> => {
  while (!done()) await new Promise((resume) => setTimeout(resume, 5))
}

describe('a roadmap that follows the levers', () => {
  it('answers the newest case, from the plan and the prices of the one before', async () => {
    const seen = { ended: 0, asks: [] as RoadmapAsk[] }
    const told: RoadmapOutcome[] = []
    const lane = createRoadmapLane(threadless(seen), (outcome) => told.push(outcome))
    lane.solve(three(10))
    await until(() => told.some((outcome) => outcome.kind === 'answered' && outcome.final))
    const [first, second, third] = [three(10), three(8), three(6)]
    lane.solve(first)
    lane.solve(second)
    lane.solve(third)
    await until(() => told.some((outcome) => outcome.of === third && outcome.kind === 'answered' && outcome.final))
    const last = told.at(-1)
    expect(last?.kind === 'answered' && [last.answer.value, last.answer.proved, last.answer.plan.length]).toEqual([15, true, 2])
    expect(told.some((outcome) => (outcome.of === first || outcome.of === second) && outcome.kind === 'answered' && outcome.final)).toBe(false)
    expect(seen.asks.at(-1)?.start?.plan).toHaveLength(3)
    lane.close()
  })
  it('says first what can be had at most, by the prices of the answer before', async () => {
    const told: RoadmapOutcome[] = []
    const lane = createRoadmapLane(threadless(), (outcome) => told.push(outcome))
    const [whole, less] = [three(10), three(6)]
    lane.solve(whole)
    await until(() => told.some((outcome) => outcome.of === whole && outcome.kind === 'answered' && outcome.final))
    lane.solve(less)
    await until(() => told.some((outcome) => outcome.of === less && outcome.kind === 'answered' && outcome.final))
    const [first] = told.filter(({ of }) => of === less)
    expect(first?.kind).toBe('progress')
    expect(first?.kind === 'progress' && first.progress.bound).toBeGreaterThanOrEqual(15)
    lane.close()
  })
  it('while cases come faster than answers, one that was left behind is told in passing, and never as final', async () => {
    const replies: RoadmapReply[] = []
    let clock = 0
    let resume = (): void => undefined
    const work = roadmapWork((reply) => replies.push(reply), () => clock, () => new Promise((go) => { resume = go }))
    // Too much for one slice: forty candidates against two years.
    const many: RoadmapCase = { ...three(10), candidates: Array.from({ length: 40 }, (_, at) => ({ ...three(10).candidates[at % 3]!, id: `c${at}` })) }
    work.ask({ id: 1, case: many })
    const letOldGoOn = resume
    clock = 200
    work.ask({ id: 2, case: many })
    letOldGoOn()
    await new Promise((go) => setTimeout(go))
    expect(replies.map(({ id, kind }) => [id, kind])).toEqual([[1, 'answer']])
    expect(replies[0]).toMatchObject({ final: false, answer: { ok: true } })
    work.ask({ id: 3 })
    resume()
  })
  it('sends candidates once, and answers a changed limit or record of the same candidates like any other case', async () => {
    const seen = { ended: 0, asks: [] as RoadmapAsk[] }
    const told: RoadmapOutcome[] = []
    const lane = createRoadmapLane(threadless(seen), (outcome) => told.push(outcome))
    const answered = async (given: RoadmapCase): Promise<number | undefined> => {
      lane.solve(given)
      await until(() => told.some((outcome) => outcome.of === given && outcome.kind === 'answered' && outcome.final))
      const last = told.at(-1)
      return last?.kind === 'answered' ? last.answer.value : undefined
    }
    const given = three(10)
    const record = { record: [{ candidateId: 'c', variantId: 'v', start: 0 }], penaltyPerMove: 2 }
    expect(await answered(given)).toBe(20)
    expect(await answered({ ...given, constraints: three(6).constraints })).toBe(15)
    // a and b bring 15 and are three moves of 2 from the record; a beside c brings 13 and is one.
    expect(await answered({ ...given, constraints: three(6).constraints, stability: record })).toBe(11)
    expect(await answered({ ...given, constraints: three(6).constraints })).toBe(15)
    expect(seen.asks.map((ask) => ask.case?.candidates?.length)).toEqual([3, undefined, undefined, undefined])
    lane.close()
    expect(await answered({ ...given })).toBe(20)
    expect(seen.asks.at(-1)?.case?.candidates).toHaveLength(3)
    lane.close()
  })
  it('tells a case that no engine takes up', async () => {
    const told: RoadmapOutcome[] = []
    const lane = createRoadmapLane(threadless(), (outcome) => told.push(outcome))
    lane.solve({ ...three(10), candidates: [] })
    await until(() => told.length > 0)
    expect(told[0]).toMatchObject({ kind: 'refused', refusal: { code: 'no_candidates' } })
    lane.close()
  })
})

describe('what goes deeper', () => {
  it('prices a pin, finds what would let a candidate in, and what cannot be kept together', async () => {
    const deep = createRoadmapDeep(threadless())
    const solved = await new Promise<Extract<RoadmapOutcome, { kind: 'answered' }>>((resolve) => createRoadmapLane(threadless(), (outcome) => outcome.kind === 'answered' && outcome.final && resolve(outcome)).solve({ ...three(6), constraints: [...three(6).constraints, { kind: 'mustNot', candidateId: 'a' }] }))
    const of = { case: solved.of, answer: solved.answer, effort: 5_000 }
    // without a: b and c, worth 12; with it: a and b, worth 15
    expect(await deep.ask({ op: 'pins', ...of })).toMatchObject([{ price: 3, pin: { candidateId: 'a' } }])
    expect(await deep.ask({ op: 'letIn', candidateId: 'a', ...of })).toMatchObject({ letIn: { kind: 'at_a_price', valueLost: -3 } })
    const impossible: RoadmapCase = { ...three(6), constraints: [...three(6).constraints, ...['a', 'b', 'c'].map((candidateId) => ({ kind: 'must' as const, candidateId }))] }
    expect(await deep.ask({ op: 'conflict', case: impossible, effort: 5_000 })).toMatchObject({ conflict: { members: expect.arrayContaining([expect.objectContaining({ kind: 'must' })]) } })
  })
  it('the latest wins: what it replaces answers nothing, and its worker is ended', async () => {
    const seen = { ended: 0, asks: [] }
    const deep = createRoadmapDeep(threadless(seen))
    const task = { op: 'conflict' as const, case: three(10), effort: 1_000 }
    const [one, other] = await Promise.all([deep.ask(task), deep.ask(task)])
    expect([one, other?.conflict, seen.ended]).toEqual([undefined, null, 1])
  })
})
