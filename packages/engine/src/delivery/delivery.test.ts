import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareKeys, compareWbs, countParts, countWork, inTreeOrder, isWbs, parentsOf, planTaskList, taskFaults, treeFaults, wbsAbove, type TaskFacts, type TaskListGround, type TaskRow } from './index.ts'

const today = '2026-03-10'
const task = (key: string, change: Partial<TaskFacts> = {}): TaskFacts => ({ id: key, key, name: `Task ${key}`, wbs: null, parentId: null, kind: 'task', owner: null, state: 'not_started', startOn: null, finishOn: null, finishedOn: null, link: null, enables: null, ...change })
const ground = (standing: readonly TaskFacts[] = []): TaskListGround => ({ standing, enabled: [{ kind: 'benefit', id: 'b', name: 'Fewer calls' }, { kind: 'change', id: 'c', name: 'Twice' }, { kind: 'benefit', id: 'd', name: 'Twice' }], today })
const row = (line: number, key: string, more: Partial<TaskRow> = {}): TaskRow => ({ line, key, name: `Task ${key}`, ...more })

describe('WBS codes', () => {
  it('are levels of letters and digits, in the order of a plan', () => {
    expect(['1', '1.2.10', 'A.1b', '', '1.', '1..2', '1 .2', '1/2'].map(isWbs)).toEqual([true, true, true, false, false, false, false, false])
    expect(['1.10', '1', '2', '1.9', '1.9.1', 'A'].sort(compareWbs)).toEqual(['1', '1.9', '1.9.1', '1.10', '2', 'A'])
    expect(['PAY-10', 'PAY-9', 'APP-11'].sort(compareKeys)).toEqual(['APP-11', 'PAY-9', 'PAY-10'])
    expect(wbsAbove('1.2.3')).toEqual(['1.2', '1'])
  })
  it('say what stands above: the nearest code that is there', () => {
    const plan = [task('a', { wbs: '1' }), task('b', { wbs: '1.2.1' }), task('c', { parentId: 'b' }), task('d', { parentId: 'gone' }), task('e', { wbs: '10' })]
    expect([...parentsOf(plan)]).toEqual([['a', null], ['b', 'a'], ['c', 'b'], ['d', null], ['e', null]])
  })
})

describe('where tasks stand', () => {
  it('is sound where nothing stands twice, on nothing, below an event or below itself', () => {
    const plan = [task('a', { wbs: '1' }), task('b', { wbs: '1' }), task('m', { wbs: '2', kind: 'milestone' }), task('n', { wbs: '2.1' }), task('x', { parentId: 'y' }), task('y', { parentId: 'z' }), task('z', { parentId: 'x' }), task('o', { parentId: 'gone' })]
    expect(treeFaults(plan).map(({ code, ids }) => `${code} ${ids.join()}`)).toEqual(['wbs_taken b,a', 'parent_missing o', 'parent_holds_nothing n,m', 'round x,y,z'])
  })
  it('is read from the top: each above its parts, by code, day and key', () => {
    const plan = [task('late', { startOn: '2026-02-01' }), task('p', { wbs: '1.10' }), task('q', { wbs: '1.9' }), task('r', { wbs: '1' }), task('part', { parentId: 'q' }), task('early', { startOn: '2026-01-01' })]
    expect(inTreeOrder(plan).map(({ task: { id }, depth }) => `${id} ${depth}`)).toEqual(['r 0', 'q 1', 'part 2', 'p 1', 'early 0', 'late 0'])
  })
  it('law: whatever is linked to whatever, each round is named, and without it everything is reached from the top', () => {
    fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }), { minLength: 1, maxLength: 10 }), (above) => {
      const plan = above.map((to, at) => task(`${at}`, { parentId: to === null || to >= above.length ? null : `${to}` }))
      const inRounds = new Set(treeFaults(plan).flatMap(({ code, ids }) => (code === 'round' ? ids : [])))
      const freed = plan.map((one) => (inRounds.has(one.id) ? { ...one, parentId: null } : one))
      expect(treeFaults(freed)).toEqual([])
      expect(inTreeOrder(freed).length).toBe(plan.length)
    }))
  })
})

describe('a task', () => {
  it('contradicts itself by its days, its state, its code or its address', () => {
    const wrong = (change: Partial<TaskFacts>) => taskFaults(task('a', change), today).map(({ field }) => field)
    expect(wrong({ startOn: '2026-02-01', finishOn: '2026-01-31' })).toEqual(['finishOn'])
    expect(wrong({ kind: 'milestone', startOn: '2026-02-01', finishOn: '2026-02-02' })).toEqual(['startOn'])
    expect(wrong({ state: 'in_progress', finishedOn: '2026-02-01' })).toEqual(['finishedOn'])
    expect([wrong({ state: 'done', finishedOn: '2026-03-11' }), wrong({ state: 'done', finishedOn: '2026-03-10' }), wrong({ state: 'done' })]).toEqual([['finishedOn'], [], []])
    expect([wrong({ link: 'javascript:alert(1)' }), wrong({ link: 'https://jira.example/PAY-1' }), wrong({ wbs: '1.' })]).toEqual([['link'], [], ['wbs']])
  })
})

describe('counts', () => {
  const plan = [
    task('1', { wbs: '1', kind: 'summary', state: 'in_progress' }), task('2', { wbs: '1.1', state: 'done' }), task('3', { wbs: '1.2', kind: 'work_package', finishOn: '2026-01-01' }), task('4', { parentId: '3', state: 'cancelled', finishOn: '2026-01-01' }),
    task('5', { parentId: '3', state: 'in_progress', finishOn: '2026-03-09' }), task('6', { kind: 'milestone', finishOn: '2026-03-10' }),
  ]
  it('are of what has no parts, milestones apart; what is due today is not late', () => {
    expect(countWork(plan, today)).toEqual({ work: { not_started: 0, in_progress: 1, done: 1, cancelled: 1 }, milestones: { not_started: 1, in_progress: 0, done: 0, cancelled: 0 }, overdue: 1 })
  })
  it('of a task are those of all its parts, however deep', () => {
    expect(Object.fromEntries(countParts(plan))).toEqual({ 1: { not_started: 0, in_progress: 1, done: 1, cancelled: 1 }, 3: { not_started: 0, in_progress: 1, done: 0, cancelled: 1 } })
  })
})

describe('a list of work', () => {
  it('adds and changes by key, and never twice; what it does not say stays', () => {
    const standing = [task('PAY-1', { owner: 'Ada', wbs: '1', state: 'done', finishedOn: '2026-02-01' }), task('PAY-2')]
    const plan = planTaskList(ground(standing), [row(2, 'pay-1', { state: 'in_progress' }), row(3, 'PAY-2'), row(4, 'PAY-3', { parent: 'pay-1', enables: 'fewer CALLS' }), row(5, 'pay-3')])
    expect(plan.changes.map(({ after }) => [after.key, after.owner, after.state, after.finishedOn])).toEqual([['PAY-1', 'Ada', 'in_progress', null]])
    expect(plan.adds).toMatchObject([{ id: 'line 4', parentId: 'PAY-1', enables: { kind: 'benefit', id: 'b' }, line: 4 }])
    expect([plan.same, plan.issues]).toEqual([1, [{ line: 5, found: 'the key pay-3 again', expected: 'each key once (it stands in line 4)' }]])
  })
  it('names what cannot be taken, with what hangs on it, and takes the rest', () => {
    const rows = [row(2, '', {}), row(3, 'A', { name: ' ' }), row(4, 'B', { enables: 'Twice' }), row(5, 'C', { wbs: '1.1' }), row(6, 'D', { wbs: '1.1' }), row(7, 'E', { parent: 'A' }), row(8, 'F', { parent: 'E' }), row(9, 'G', { parent: 'H' }), row(10, 'H', { parent: 'G' }), row(11, 'I', { wbs: '1.1.1', parent: 'J' }), row(12, 'J'), row(13, 'K', { parent: 'C' })]
    const { adds, issues } = planTaskList(ground(), rows)
    expect(adds.map(({ key, parentId }) => [key, parentId])).toEqual([['C', null], ['J', null], ['K', 'line 5']])
    expect(issues.map(({ line }) => line)).toEqual([2, 3, 4, 6, 7, 8, 9, 10, 11])
  })
  it('exchanges codes, and gives way to what is there', () => {
    const standing = [task('A', { wbs: '1' }), task('B', { wbs: '2' }), task('C', { wbs: '3.1' })]
    expect(planTaskList(ground(standing), [row(2, 'A', { wbs: '2' }), row(3, 'B', { wbs: '1' })])).toMatchObject({ changes: [{ after: { wbs: '2' } }, { after: { wbs: '1' } }], issues: [] })
    expect(planTaskList(ground(standing), [row(2, 'A', { wbs: '2' }), row(3, 'D', { wbs: '3', kind: 'milestone' })])).toMatchObject({ adds: [], changes: [], issues: [{ line: 2 }, { line: 3 }] })
  })
  it('that is long and hangs on one wrong line is taken apart at once', () => {
    const rows = Array.from({ length: 2000 }, (_, at) => row(at + 2, `K${at}`, { parent: at === 0 ? 'gone' : `K${at - 1}` }))
    const { adds, issues } = planTaskList(ground(), rows)
    expect([adds.length, issues.length, issues.at(-1)?.found]).toEqual([0, 2000, 'below K1998'])
  })
  it('law: what comes of any list stands soundly, every line is accounted for, and the same list changes nothing again', () => {
    const drawn = fc.array(fc.record({ key: fc.constantFrom('A', 'B', 'C', 'D', 'E', ''), wbs: fc.constantFrom(undefined, null, '1', '1.1', '1.1.1', '2', 'x.'), parent: fc.constantFrom(undefined, null, 'A', 'B', 'C', '1', 'gone'), kind: fc.constantFrom('task' as const, 'milestone' as const, 'summary' as const) }), { maxLength: 8 })
    fc.assert(fc.property(drawn, drawn, (before, list) => {
      const take = (standing: readonly TaskFacts[], given: typeof list) => {
        const plan = planTaskList(ground(standing), given.map((one, at) => row(at + 2, one.key, one)))
        const changed = new Map(plan.changes.map(({ after }) => [after.id, after]))
        const names = new Map(plan.adds.map(({ id, key }) => [id, `id ${key}`]))
        const renamed = (one: TaskFacts): TaskFacts => ({ ...one, id: names.get(one.id) ?? one.id, parentId: one.parentId === null ? null : (names.get(one.parentId) ?? one.parentId) })
        return { plan, standing: [...standing.map((one) => changed.get(one.id) ?? one), ...plan.adds.map(({ line: _, ...one }) => one)].map(renamed) }
      }
      const first = take([], before)
      const second = take(first.standing, list)
      expect(treeFaults(second.standing)).toEqual([])
      expect(second.plan.adds.length + second.plan.changes.length + second.plan.same + second.plan.issues.length).toBe(list.length)
      if (second.plan.issues.length === 0) expect(take(second.standing, list).plan).toMatchObject({ adds: [], changes: [], issues: [] })
    }), { numRuns: 300 })
  })
})
