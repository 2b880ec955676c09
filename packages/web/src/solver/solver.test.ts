import type { SelectionInput } from '@throughline/engine/portfolio'
import { describe, expect, it } from 'vitest'
import { createSolver } from './client.ts'
import type { SolverWorker } from './held-worker.ts'
import { createLive, type LiveOutcome } from './live.ts'
import { answer } from './perform.ts'
import type { Ask, Reply } from './protocol.ts'

/**
 * Three candidates and a budget. With 10 the ranking by value over cost takes b (1.75), then a (1.6): cost 9, value 15.
 * The best is b with c: cost 4 + 6 = 10, value 7 + 9 = 16.
 */
const small = (limit: number): SelectionInput => ({
  currency: 'GBP',
  candidates: [
    { id: 'a', name: 'A', value: 8, cost: 5 },
    { id: 'b', name: 'B', value: 7, cost: 4 },
    { id: 'c', name: 'C', value: 9, cost: 6 },
  ],
  constraints: [{ kind: 'totalBudget', limit }],
})

/** A worker without a thread: answers an ask a turn later with the real engine, and remembers what happened to it. */
function threadless() {
  const seen = { asks: [] as Ask[], ended: 0, started: 0 }
  const start = (): SolverWorker => {
    seen.started++
    let alive = true
    const worker: SolverWorker = {
      onmessage: null,
      onerror: null,
      terminate: () => {
        alive = false
        seen.ended++
      },
      postMessage: (ask: Ask) => {
        seen.asks.push(ask)
        setTimeout(() => alive && answer(ask, (reply: Reply) => worker.onmessage?.call(worker as Worker, { data: structuredClone(reply) } as MessageEvent), () => 0))
      },
    }
    return worker
  }
  return { seen, start }
}

describe('the solver in the browser', () => {
  it('answers with the engine’s own result', async () => {
    const solver = createSolver(threadless().start, false)
    const ended = await solver.ask({ op: 'select', input: small(10) })
    expect(ended.kind === 'answered' && ended.answer.ok && ended.answer.value).toMatchObject({ chosen: ['b', 'c'], value: 16, proved: true })
  })

  it('lets the latest ask win: the one before ends as stopped and is never answered', async () => {
    const { seen, start } = threadless()
    const solver = createSolver(start, false)
    const first = solver.ask({ op: 'select', input: small(4) })
    const second = solver.ask({ op: 'select', input: small(10) })
    expect(await first).toEqual({ kind: 'stopped' })
    expect(await second).toMatchObject({ kind: 'answered', answer: { ok: true, value: { value: 16 } } })
    expect(seen).toMatchObject({ started: 2, ended: 1 })
  })

  it('keeps its worker where memory may be shared, and sets the flag instead', async () => {
    const { seen, start } = threadless()
    const solver = createSolver(start, true)
    const first = solver.ask({ op: 'select', input: small(4) })
    solver.stop()
    expect(await first).toEqual({ kind: 'stopped' })
    expect(seen).toMatchObject({ started: 1, ended: 0 })
    expect(Atomics.load(new Int32Array(seen.asks[0]?.stop as SharedArrayBuffer), 0)).toBe(1)
  })

  it('passes refusals on as answers, with the conflict in words', async () => {
    const input = { ...small(3), constraints: [{ kind: 'totalBudget', limit: 3 }, { kind: 'mustInclude', candidateId: 'a' }] } as const
    const ended = await createSolver(threadless().start, false).ask({ op: 'select', input })
    expect(ended).toMatchObject({ kind: 'answered', answer: { ok: false, refusal: { code: 'constraints_conflict', conflict: { irreducible: true } } } })
  })

  it('prices pins, follows the frontier and forces a verdict', async () => {
    const solver = createSolver(threadless().start, false)
    const pinned = { ...small(10), constraints: [...small(10).constraints, { kind: 'mustExclude', candidateId: 'c' } as const] }
    expect(await solver.ask({ op: 'pins', input: pinned })).toMatchObject({ answer: { value: [{ valueGivenUp: 1 }] } })
    expect(await solver.ask({ op: 'frontier', input: small(10), budgets: [4, 10, 15] })).toMatchObject({ answer: { value: [{ value: 7 }, { value: 16 }, { value: 24 }] } })
    expect(await solver.ask({ op: 'forcing', input: small(10), candidateId: 'a', verdict: 'in' })).toMatchObject({ answer: { value: { kind: 'possible', valueLost: 1 } } })
  })

  it('says so when the worker breaks', async () => {
    const broken = { ...small(10), candidates: null } as unknown as SelectionInput
    expect(await createSolver(threadless().start, false).ask({ op: 'select', input: broken })).toMatchObject({ kind: 'broken' })
  })
})

describe('following a lever', () => {
  it('solves the first and the newest of what came meanwhile, and skips those between', async () => {
    const outcomes: LiveOutcome[] = []
    const { seen, start } = threadless()
    await new Promise<void>((resolve) => {
      const live = createLive(createSolver(start, false), (outcome) => {
        outcomes.push(outcome)
        if (outcome.input.constraints[0]?.kind === 'totalBudget' && outcome.input.constraints[0].limit === 15) resolve()
      })
      for (const limit of [4, 9, 10, 15]) live.solve(small(limit))
    })
    expect(outcomes.map((outcome) => (outcome.kind === 'plan' ? outcome.selection.value : outcome.kind))).toEqual([7, 24])
    expect(seen.asks).toHaveLength(2)
  })

  it('starts each solve from the plan before', async () => {
    const { seen, start } = threadless()
    const told: LiveOutcome[] = []
    const live = createLive(createSolver(start, false), (outcome) => told.push(outcome))
    live.solve(small(10))
    await expect.poll(() => told.length).toBe(1)
    live.solve(small(9))
    await expect.poll(() => told.length).toBe(2)
    expect(seen.asks[1]?.task).toMatchObject({ op: 'whatIf', previous: { chosen: ['b', 'c'], value: 16 } })
  })
})
