import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Metric } from '../../kernel/index.ts'
import { answersFault, changeOf, checkFault, courseReach, gradeCheck, isAhead, isHeld, levelOn, movedUp, placeFor, rankInLine, skillChange, skillLevels, skillProfile, takenOf, usefulnessLevels, usefulnessProfile, type AssessmentFacts, type PlaceFacts, type SkillLevel } from './index.ts'

const words = (metric: Metric<number>): string => (metric.status === 'ok' ? String(metric.value) : metric.status === 'undefined' ? metric.reason : metric.status)
const found = (personId: string, level: SkillLevel, on: string, at = `${on}T09:00:00Z`): AssessmentFacts => ({ personId, skillId: 's', level, on, at })
const people = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`)

describe('the level of a skill', () => {
  it('is what was assessed last up to the day, and missing until then, which is not 0', () => {
    const both = [found('a', 3, '2026-03-01'), found('a', 2, '2026-05-01')]
    expect(['2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01'].map((day) => levelOn(both, day))).toEqual([{ status: 'missing', inputs: ['assessment'] }, ...[3, 3, 2].map((value) => ({ status: 'ok', value }))])
    // Of one day, what was written down last holds, in whatever order they come.
    const twice = [found('a', 5, '2026-03-01', '2026-03-02T10:00:00Z'), found('a', 0, '2026-03-01', '2026-03-02T09:00:00Z')]
    expect([levelOn(twice, '2026-03-01'), levelOn(twice.toReversed(), '2026-03-01')]).toEqual([{ status: 'ok', value: 5 }, { status: 'ok', value: 5 }])
  })
  it('is counted level by level, the unknown apart, and withheld of few', () => {
    // Ten people: six at level 2, four nobody has assessed; the four go, and the six with them, or they would follow.
    const profile = skillProfile(people(10), people(6).map((one) => found(one, 2, '2026-01-01')), '2026-06-01')
    expect(profile.counts.map(({ people: count }) => words(count))).toEqual(['0', '0', 'SMALL_GROUP', '0', '0', '0', 'SMALL_GROUP'])
    expect(words(profile.assessed.metric)).toBe('SMALL_GROUP')
    const wide = skillProfile(people(12), people(6).map((one) => found(one, 0, '2026-01-01')), '2026-06-01')
    expect([words(wide.assessed.metric), wide.counts.map(({ people: count }) => words(count))]).toEqual(['0.5', ['6', '0', '0', '0', '0', '0', '6']])
    // Two at level 0, nine at level 2, five nobody has assessed: the share would tell the five, and they the two.
    const told = skillProfile(people(16), people(11).map((one, at) => found(one, at < 2 ? 0 : 2, '2026-01-01')), '2026-06-01')
    expect([words(told.assessed.metric), told.counts.map(({ people: count }) => words(count))]).toEqual(['SMALL_GROUP', ['SMALL_GROUP', '0', '9', '0', '0', '0', 'SMALL_GROUP']])
    // Of one who is assessed among twenty, the empty levels would tell the level.
    const one = skillProfile(people(20), [found('p0', 2, '2026-01-01')], '2026-06-01')
    expect(new Set(one.counts.map(({ people: count }) => words(count)))).toEqual(new Set(['SMALL_GROUP']))
  })
})

describe('places', () => {
  const at = (id: string, state: PlaceFacts['state'], minute: number): PlaceFacts => ({ id, state, askedAt: `2026-01-01T00:0${minute}:00Z` })
  it('are taken while there are seats, then waited for in the order of asking', () => {
    const places = [at('a', 'taken', 1), at('b', 'waiting', 3), at('c', 'waiting', 2), at('d', 'withdrawn', 0)]
    expect([placeFor(1, []), placeFor(1, places), placeFor(2, places)]).toEqual(['taken', 'waiting', 'waiting'])
    expect([movedUp(1, places), movedUp(2, places), movedUp(9, places)]).toEqual([[], ['c'], ['c', 'b']])
    expect([rankInLine(places, 'c'), rankInLine(places, 'b'), rankInLine(places, 'a')]).toEqual([1, 2, undefined])
  })
  test('law: whoever comes and goes, no seat is given twice, none stays free while somebody waits', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 7 })), { maxLength: 40 }), (seats, steps) => {
      let places: readonly PlaceFacts[] = []
      for (const [comes, who] of steps) {
        const others = places.filter(({ id }) => id !== `p${who}`)
        const has = places.some(({ id, state }) => id === `p${who}` && state !== 'withdrawn')
        places = comes ? (has ? places : [...others, { id: `p${who}`, state: placeFor(seats, others), askedAt: String(places.length).padStart(4, '0') }]) : others
        const up = new Set(movedUp(seats, places))
        places = places.map((one) => (up.has(one.id) ? { ...one, state: 'taken' } : one))
        expect(takenOf(places)).toBe(Math.min(seats, places.length))
      }
    }))
  })
  it('are asked for up to the day of the session, and who came is recorded after it', () => {
    expect([isAhead('2026-03-02', '2026-03-02'), isHeld('2026-03-02', '2026-03-02'), isAhead('2026-03-01', '2026-03-02'), isHeld('2026-03-01', '2026-03-02')]).toEqual([true, false, false, true])
  })
})

describe('knowledge checks', () => {
  const question = (right: number, ...choices: string[]) => ({ text: 'Which?', choices, right })
  const check = { passMark: 2, questions: [question(0, 'A', 'B'), question(1, 'A', 'B'), question(2, 'A', 'B', 'C')] }
  it('are graded by what is right', () => {
    expect([gradeCheck(check, [0, 1, 2]), gradeCheck(check, [0, 1, 0]), gradeCheck(check, [0, 0, 0])]).toEqual([{ right: 3, asked: 3, passed: true }, { right: 2, asked: 3, passed: true }, { right: 1, asked: 3, passed: false }])
  })
  it('are sound where each has one right choice among others that differ, and no more is to be right than is asked', () => {
    expect([checkFault(check), checkFault({ ...check, passMark: 4 })?.no, checkFault({ passMark: 1, questions: [question(2, 'A', 'B')] })?.found, checkFault({ passMark: 1, questions: [question(0, 'A', ' a')] })?.expected]).toEqual([undefined, 0, 'choice 3 as the right one', 'choices that differ'])
    expect([answersFault(check, [0, 0, 0]), answersFault(check, [0, 0])?.no, answersFault(check, [0, 2, 0])?.no]).toEqual([undefined, 3, 2])
  })
})

describe('figures of a course', () => {
  it('reach counts who it is for, and nobody else', () => {
    const told = (audience: number, ...attended: string[]) => { const { reached, audience: all, share } = courseReach(new Set(people(audience)), new Set(attended)); return [reached, all, share.metric].map(words) }
    expect(told(20, ...people(5), 'somebody else')).toEqual(['5', '20', '0.25'])
    expect(told(20, ...people(4))).toEqual(['SMALL_GROUP', '20', 'SMALL_GROUP'])
    expect(told(0)).toEqual(['0', '0', 'DIV_BY_ZERO'])
    // That none of three is left tells of all three.
    expect(courseReach(new Set(people(3)), new Set(people(3))).share.why.terms?.map(({ figure }) => figure.status)).toEqual(['undefined', 'undefined', 'undefined'])
    // Nineteen of twenty tell of the one who did not come.
    expect(told(20, ...people(19))).toEqual(['SMALL_GROUP', '20', 'SMALL_GROUP'])
  })
  it('usefulness is counted in fives by level', () => {
    const said = [...Array<'useful'>(5).fill('useful'), ...Array<'not_useful'>(5).fill('not_useful'), 'very_useful' as const]
    const { counts, told } = usefulnessProfile(said)
    expect([words(told), ...counts.map(({ people: count }) => words(count))]).toEqual(['10', '0', '5', '0', '5'])
    expect(words(usefulnessProfile(said.slice(0, 4)).told)).toBe('SMALL_GROUP')
    expect(words(usefulnessProfile([]).told)).toBe('NO_ACTUALS')
  })
  test('law: one more word of usefulness changes no figure, or adds five people', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...usefulnessLevels), { maxLength: 30 }), fc.constantFrom(...usefulnessLevels), (said, one) => {
      const [before, after] = [usefulnessProfile(said), usefulnessProfile([...said, one])]
      if ((said.length + 1) % 5 !== 0 && said.length >= 1) expect(after).toEqual(before)
    }))
  })
  it('change holds the assessment before the session against the one after it', () => {
    const attended = { personId: 'a', on: '2026-03-01' }
    const of = (...all: AssessmentFacts[]) => changeOf(attended, all, '2026-12-31')
    expect(of(found('a', 1, '2026-03-01'), found('a', 3, '2026-03-02'))).toBe('rose')
    expect(of(found('a', 3, '2026-01-01'), found('a', 3, '2026-06-01'))).toBe('same')
    expect(of(found('a', 3, '2026-01-01'), found('a', 2, '2026-06-01'))).toBe('fell')
    expect([of(found('a', 3, '2026-06-01')), of(found('a', 3, '2026-01-01')), of()]).toEqual(['unknown', 'unknown', 'unknown'])
    // Ten attended: five rose, five nobody has assessed again.
    const { counts, attended: all } = skillChange(people(10).map((personId) => ({ personId, on: '2026-03-01' })), people(5).flatMap((one) => [found(one, 1, '2026-01-01'), found(one, 2, '2026-04-01')]), '2026-12-31')
    expect([words(all), ...counts.map(({ people: count }) => words(count))]).toEqual(['10', '5', '0', '0', '5'])
  })
  it('change tells neither of few nor of how many attended where reach does not', () => {
    const of = (attended: number, risen: number, withheld = false) => {
      const { counts, attended: all } = skillChange(people(attended).map((personId) => ({ personId, on: '2026-03-01' })), people(risen).flatMap((one) => [found(one, 1, '2026-01-01'), found(one, 2, '2026-04-01')]), '2026-12-31', withheld)
      return [words(all), ...counts.map(({ people: count }) => words(count))]
    }
    // Three rose: that nobody fell and nobody stayed would tell it of each.
    expect(of(20, 3)).toEqual(['20', 'SMALL_GROUP', 'SMALL_GROUP', 'SMALL_GROUP', 'SMALL_GROUP'])
    expect(of(19, 6, true)).toEqual(['SMALL_GROUP', '6', '0', '0', 'SMALL_GROUP'])
  })
  test('law: who attends and is not assessed has no change, whatever others are', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...skillLevels), fc.integer({ min: 1, max: 28 })), { maxLength: 6 }), (others) => {
      expect(changeOf({ personId: 'a', on: '2026-02-10' }, [], '2026-12-31')).toBe('unknown')
      expect(skillChange([{ personId: 'a', on: '2026-02-10' }], others.map(([level, day]) => found('b', level, `2026-02-${String(day).padStart(2, '0')}`)), '2026-12-31').counts.map(({ people: count }) => words(count))).toEqual(['0', '0', '0', 'SMALL_GROUP'])
    }))
  })
})
