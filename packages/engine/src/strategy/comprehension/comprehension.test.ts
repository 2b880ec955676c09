import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { comprehensionOf, drawQuestions, editionText, reachOf, type GoalWords, type Question, type QuestionFacts, type ReaderFacts } from './index.ts'

const thing = (id: string, name = id) => ({ id, name })
const facts: QuestionFacts = {
  objectives: [thing('safe', 'Safe roads'), thing('clean', 'Clean rivers'), thing('lean', 'Lean house')],
  initiatives: [thing('bridge'), thing('weir'), thing('desk')],
  contributions: [{ initiativeId: 'bridge', objectiveId: 'safe', contribution: 0.8 }, { initiativeId: 'bridge', objectiveId: 'lean', contribution: 0.2 }, { initiativeId: 'weir', objectiveId: 'clean', contribution: 0.5 }, { initiativeId: 'weir', objectiveId: 'safe', contribution: 0.5 }],
  measures: [{ ...thing('deaths', 'Deaths'), objectiveId: 'safe' }, { ...thing('oxygen', 'Oxygen'), objectiveId: 'clean' }, { ...thing('fish', 'Fish'), objectiveId: 'clean' }],
  benefits: [thing('detour', 'No detour'), thing('flood', 'No flood')],
  waits: [{ from: 'bridge', to: 'closure' }, { from: 'closure', to: 'detour' }, { from: 'weir', to: 'desk' }],
}

describe('questions of a brief', () => {
  it('are asked of what is near, with one right choice, and not where two would be right', () => {
    // The bridge serves safe roads most (0.8 > 0.2), which deaths alone measure; behind the closure one benefit waits for it.
    const asked = drawQuestions(facts, [['bridge']], 1)
    expect(asked.map(({ kind, about, right }) => [kind, about.id, right])).toEqual([['serves', 'bridge', 'safe'], ['measured', 'safe', 'deaths'], ['benefit_waits', 'bridge', 'detour']])
    expect(asked.map(({ choices }) => choices.length)).toEqual([3, 3, 2])
    // The weir serves two alike: what it serves most is asked of the bridge instead; for the weir the desk waits.
    expect(drawQuestions(facts, [['weir']], 1).map(({ kind, about, right }) => [kind, about.id, right])).toEqual([['serves', 'bridge', 'safe'], ['measured', 'safe', 'deaths'], ['initiative_waits', 'weir', 'desk']])
  })
  it('are not asked of what bears the name of another, nor with a wrong choice that bears the name of the right one', () => {
    expect(drawQuestions({ ...facts, initiatives: [thing('bridge', 'Works'), thing('weir', 'works ')] }, [], 1).map(({ kind }) => kind)).toEqual(['measured'])
    expect(drawQuestions({ ...facts, objectives: [thing('safe', 'Safe roads'), thing('clean', 'safe roads')] }, [['bridge']], 1).map(({ kind }) => kind)).toEqual(['benefit_waits'])
    expect(drawQuestions({ objectives: [], initiatives: [], contributions: [], measures: [], benefits: [], waits: [] }, [], 1)).toEqual([])
  })

  it('name a measure of several objectives once among the choices', () => {
    const shared = [...facts.measures, { ...thing('deaths', 'Deaths'), objectiveId: 'lean' }, { ...thing('deaths', 'Deaths'), objectiveId: 'clean' }]
    const measured = drawQuestions({ ...facts, measures: shared }, [['bridge']], 1).find(({ kind }) => kind === 'measured')
    expect([measured?.about.id, measured?.right, measured?.choices.map(({ id }) => id).toSorted()]).toEqual(['safe', 'deaths', ['deaths', 'fish', 'oxygen']])
  })

  const names = ['a', 'b', 'c', 'd', 'A ']
  const things = (prefix: string) => fc.array(fc.constantFrom(...names), { maxLength: 4 }).map((all) => all.map((name, at) => thing(`${prefix}${at}`, name)))
  const drawn = fc.record({ objectives: things('o'), initiatives: things('i'), benefits: things('b'), own: things('m') }).chain(({ objectives, initiatives, benefits, own }) => {
    const one = (all: readonly { readonly id: string }[], other: string) => fc.constantFrom(...(all.length > 0 ? all.map(({ id }) => id) : [other]))
    const any = [...initiatives, ...benefits, thing('step')]
    return fc.record({
      objectives: fc.constant(objectives), initiatives: fc.constant(initiatives), benefits: fc.constant(benefits),
      contributions: fc.uniqueArray(fc.record({ initiativeId: one(initiatives, 'i'), objectiveId: one(objectives, 'o'), contribution: fc.constantFrom(-1, 0, 0.3, 0.3, 0.7) }), { maxLength: 8, selector: ({ initiativeId, objectiveId }) => `${initiativeId} ${objectiveId}` }),
      measures: fc.array(one(objectives, 'o'), { minLength: own.length, maxLength: own.length }).map((of) => own.map((measure, at) => ({ ...measure, objectiveId: of[at] ?? '' }))),
      waits: fc.array(fc.record({ from: one(any, 'x'), to: one(any, 'x') }), { maxLength: 8 }),
    })
  })

  test('law: by another road every question has exactly one right choice, and that is the one it names', () => {
    fc.assert(fc.property(drawn, fc.nat(), (all, seed) => {
      const questions = drawQuestions(all, [], seed)
      expect(questions.length).toBeLessThanOrEqual(3)
      for (const question of questions) {
        expect(question.choices.filter(({ id }) => isRight(all, question, id)).map(({ id }) => id)).toEqual([question.right])
        expect(question.choices.length).toBeGreaterThan(1)
        expect(new Set(question.choices.map(({ name }) => name.trim().toLowerCase())).size).toBe(question.choices.length)
      }
    }))
  })
  test('law: the same seed asks the same, whatever order the facts come in', () => {
    fc.assert(fc.property(drawn, fc.nat(), (all, seed) => {
      const turned = Object.fromEntries(Object.entries(all).map(([name, list]) => [name, [...(list as readonly unknown[])].reverse()])) as unknown as QuestionFacts
      expect(drawQuestions(turned, [], seed)).toEqual(drawQuestions(all, [], seed))
    }))
  })
})

/** Slow and obvious: whether a choice is right, by looking at all there is. */
function isRight({ contributions, measures, waits }: QuestionFacts, { kind, about }: Question, id: string): boolean {
  const given = (objectiveId: string) => contributions.find((one) => one.initiativeId === about.id && one.objectiveId === objectiveId)?.contribution ?? 0
  if (kind === 'serves') return given(id) > 0 && contributions.every(({ initiativeId, objectiveId }) => initiativeId !== about.id || objectiveId === id || given(objectiveId) < given(id))
  if (kind === 'measured') return measures.find((one) => one.id === id)?.objectiveId === about.id
  let late = new Set([about.id])
  for (let round = 0; round <= waits.length; round += 1) late = new Set([...late, ...waits.filter(({ from }) => late.has(from)).map(({ to }) => to)])
  return late.has(id)
}

describe('editions', () => {
  const goal = (key: string, more: Partial<GoalWords> = {}): GoalWords => ({ key, statement: key, description: '', deadline: null, measures: [], ...more })
  it('are one where the same goals are read in another order, and another wherever a goal of them says anything else', () => {
    const measure = { id: 'm', name: 'Deaths', target: '5', dueOn: '2027-12-31' }
    const before = editionText({ versionId: 'v', goals: [goal('a', { measures: [measure] }), goal('b')] })
    expect(editionText({ versionId: 'v', goals: [goal('b'), goal('a', { measures: [measure] })] })).toBe(before)
    const others = [[goal('a', { measures: [measure], statement: 'A' }), goal('b')], [goal('a', { measures: [{ ...measure, target: '4' }] }), goal('b')], [goal('a', { measures: [measure], deadline: '2028-01-01' }), goal('b')], [goal('a', { measures: [measure] })]]
    for (const goals of others) expect(editionText({ versionId: 'v', goals })).not.toBe(before)
    expect(editionText({ versionId: 'w', goals: [goal('a', { measures: [measure] }), goal('b')] })).not.toBe(before)
  })
})

const answered = (group: string, place: number, right: number, asked = 3): ReaderFacts => ({ group, stage: 'answered', place, asked, right })
const at = (group: string, stage: 'waiting' | 'delivered' | 'opened' | 'asked', count: number): readonly ReaderFacts[] => Array.from({ length: count }, () => ({ group, stage }))

describe('reach and comprehension', () => {
  it('is told of groups of five or more: who opened of all, and what was right of the first five who answered', () => {
    // Roads: 8 people, 6 answered; of the first five 2+2+2+2+1 = 9 of 15 are right, below two thirds; nothing could be asked of the seventh who opened it. Rivers: 3 of 7 opened, 2 were asked, nobody answered.
    const roads = [...[2, 2, 2, 2, 1, 3].map((right, place) => answered('roads', place, right)), ...at('roads', 'opened', 1), ...at('roads', 'waiting', 1)]
    const { groups, reach, understood } = comprehensionOf([...roads, ...at('rivers', 'opened', 1), ...at('rivers', 'asked', 2), ...at('rivers', 'delivered', 4)])
    const told = (one: (typeof groups)[number]) => [one.group, ...Object.values(one.reach).map((metric) => (metric.status === 'ok' ? metric.value : '·')), one.understood.metric.status === 'ok' ? one.understood.metric.value : '·', one.conversation]
    expect(groups.map(told)).toEqual([['rivers', 7, 7, 3, 2, 0, '·', ['not_opened']], ['roads', 8, 7, 7, 6, 6, 0.6, ['not_understood']]])
    expect([reach.audience, understood.metric]).toEqual([{ status: 'ok', value: 15 }, { status: 'ok', value: 0.6 }])
  })
  it('says nothing of four people, nor of the next group from which they would follow', () => {
    const { groups, reach } = comprehensionOf([...at('few', 'opened', 4), ...at('next', 'opened', 6), ...at('many', 'opened', 9)])
    expect(groups.map(({ group, reach: of, conversation }) => [group, of.audience.status, of.opened.status, conversation])).toEqual([['few', 'undefined', 'undefined', null], ['many', 'ok', 'ok', []], ['next', 'undefined', 'undefined', null]])
    expect(reach.audience).toEqual({ status: 'ok', value: 19 })
    // Four alone: the total is they.
    expect(comprehensionOf(at('few', 'opened', 4)).reach.audience.status).toBe('undefined')
  })

  const reader = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('waiting', 'delivered', 'opened', 'asked', 'answered'), fc.nat({ max: 3 })).map(([group, stage, right]): ReaderFacts => (stage === 'answered' ? answered(group, 0, right) : { group, stage }))
  const audience = fc.array(reader, { maxLength: 40 }).map((all) => all.map((one, place): ReaderFacts => (one.stage === 'answered' ? { ...one, place } : one)))

  test('law: reach never exceeds the audience, nor any step the one before it, in all and in each group', () => {
    fc.assert(fc.property(audience, (all) => {
      const { groups, reach } = comprehensionOf(all)
      const plain = reachOf(all)
      expect([plain.audience, plain.audience >= plain.delivered, plain.delivered >= plain.opened, plain.opened >= plain.asked, plain.asked >= plain.answered]).toEqual([all.length, true, true, true, true])
      for (const of of [reach, ...groups.map((one) => one.reach)]) {
        const counts = [of.audience, of.delivered, of.opened, of.asked, of.answered].flatMap((metric) => (metric.status === 'ok' ? [metric.value] : []))
        expect([0, 5]).toContain(counts.length)
        expect(counts).toEqual(counts.toSorted((a, b) => b - a))
      }
    }))
  })
  test('law: nothing is told of a group below five people, and nothing of it follows from the total', () => {
    fc.assert(fc.property(audience, (all) => {
      const { groups, reach } = comprehensionOf(all)
      const sizes = new Map([...Map.groupBy(all, ({ group }) => group)].map(([group, of]) => [group, of.length]))
      const hidden = groups.filter((one) => one.reach.audience.status !== 'ok')
      for (const { group, understood, conversation } of groups) if ((sizes.get(group) ?? 0) < 5) expect([hidden.some((one) => one.group === group), understood.metric.status, conversation]).toEqual([true, 'undefined', null])
      const about = hidden.reduce((sum, { group }) => sum + (sizes.get(group) ?? 0), 0)
      if (reach.audience.status === 'ok' && hidden.length > 0) expect([hidden.length > 1, about >= 5]).toEqual([true, true])
    }))
  })
  test('law: as people answer one after another, what is told of right answers moves by five people at a time or not at all', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.nat({ max: 3 })), { maxLength: 30 }), (order) => {
      const people = [...at('a', 'opened', 15), ...at('b', 'opened', 15)]
      const peopleTold = (done: number) => {
        const so = order.slice(0, done).map(([group, right], place) => answered(group, place, right))
        const { groups, understood } = comprehensionOf([...so, ...people])
        return [understood, ...groups.map((one) => one.understood)].map(({ why }) => why.terms?.[2]?.figure).map((figure) => (figure?.status === 'ok' && figure.value.kind === 'number' ? figure.value.value : 0))
      }
      for (let done = 1; done <= order.length; done += 1) {
        const [before, after] = [peopleTold(done - 1), peopleTold(done)]
        expect(after.every((count, place) => [0, 5].includes(count - (before[place] ?? 0)))).toBe(true)
      }
    }))
  })
})
