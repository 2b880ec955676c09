import { describe, expect, test } from 'vitest'
import { alignmentState, stateChecks, stateFacets, type StateFacts, type StateThing, type StateThingKind } from './index.ts'

const thing = (kind: StateThingKind, id: string): StateThing => ({ kind, id, name: id })
const [care, thrift] = [thing('value', 'Care'), thing('value', 'Thrift')]
const change = { thing: thing('change', 'New rota'), owner: 'Ada', leadsToBenefit: true, dueOn: '2026-09-01', done: false }
const system = { thing: thing('system', 'Rota app'), owner: 'Bea', leadsToBenefit: true, dueOn: '2026-01-01', done: true }
const classes = (['owners', 'customers', 'employees', 'alliances', 'communities'] as const).map((id) => ({ thing: thing('class', id), benefits: [thing('benefit', `Of ${id}`)], alert: null }))

/** An organisation of one unit in which everything that can be recorded is, and nothing is wrong with it. */
const aligned: StateFacts = {
  today: '2026-06-01',
  strategy: { thing: thing('strategy', 'Roads 2030'), vision: 'Nobody dies on our roads', mission: 'Keep people moving' },
  units: [{ thing: thing('unit_strategy', 'North'), intent: 'Dry roads', hasRead: true }],
  objectives: [{ thing: thing('objective', 'Safe roads'), owner: 'Ada', deadline: '2026-12-31', initiatives: 1, measures: 1 }],
  measures: [{ thing: thing('measure', 'Deaths'), horizon: 'long', dueOn: '2030-12-31', toldOn: '2026-05-01', maxAgeDays: 45 }],
  contradictions: [], unchecked: [], leave: [{ thing: thing('leave', 'North'), state: 'in_force', goesOwnWay: false }],
  values: [{ thing: care, behaviours: 2, takenUp: true, served: [thing('decision', 'Close the pass')], against: [] }], statements: [{ thing: thing('statement', 'We look after each other'), diverges: false }],
  signals: { withinDays: 14, all: [{ thing: thing('signal', 'No salt'), standing: 'answered' }] },
  decisions: [1, 2, 3, 4, 5].map((no) => ({ thing: thing('decision', `Decision ${no}`), cites: no > 2 })),
  changes: [change], systems: [system], classes, work: { tasks: 3, late: [] },
  pools: [{ thing: thing('pool', 'Engineers'), overloaded: [] }], outbid: [], spending: 1, pots: [{ thing: thing('pot', 'Roads budget'), funded: true }],
}
const statusOf = (facts: StateFacts) => Object.fromEntries(alignmentState(facts).facets.map(({ facet, status }) => [facet, status]))
const findingsOf = (facts: StateFacts) => alignmentState(facts).facets.flatMap(({ checks }) => checks.flatMap((check) => (check.status === 'not_checked' ? [] : check.findings.map(({ kind, words }) => [check.id, kind, words]))))

describe('alignment state', () => {
  test('every facet has a check, and holds where everything is recorded and nothing is wrong', () => {
    for (const facet of stateFacets) expect(stateChecks.some((check) => check.facet === facet)).toBe(true)
    expect(statusOf(aligned)).toEqual(Object.fromEntries(stateFacets.map((facet) => [facet, 'holds'])))
    expect(alignmentState(aligned).anomalies).toEqual([])
  })

  test('where nothing is recorded nothing holds and nothing fails: each facet says what would have to be', () => {
    const nothing: StateFacts = {
      ...aligned, strategy: { ...aligned.strategy, vision: ' ', mission: '' }, units: [], objectives: [], measures: [], leave: [], values: [], statements: [], signals: { withinDays: 14, all: [] }, decisions: [], changes: [], systems: [], classes: null, work: { tasks: 0, late: [] }, pools: [], spending: 0, pots: [],
      unchecked: [{ rule: 'X-5', needs: 'What initiatives need of assets' }, { rule: 'X-11', needs: 'Policies that initiatives must keep' }],
    }
    expect(alignmentState(nothing).facets.map(({ facet, status, because }) => [facet, status, because])).toEqual([
      ['vision', 'not_checked', 'no vision is written'], ['mission', 'not_checked', 'no mission is written'], ['objectives', 'not_checked', 'no objective is in force; no unit has a strategy of its own; fewer than 5 decisions are on record'],
      ['policies', 'not_checked', 'nothing is recorded of policies that initiatives must keep'], ['processes', 'not_checked', 'no change of how work is done is recorded in the benefits network; no work of initiatives is recorded'],
      ['assets', 'not_checked', 'nothing is recorded of what initiatives need of assets; no budget is recorded'], ['resources', 'not_checked', 'no initiative that was decided on serves an objective and has a cost; no capacity of people is recorded'],
      ['systems', 'not_checked', 'no supporting system is recorded as an enabler of the benefits network'], ['value', 'not_checked', 'nobody has said whom any benefit goes to'],
    ])
  })

  test('what tells of amounts is withheld from who may not see them, and is neither good nor bad', () => {
    const { facets } = alignmentState({ ...aligned, classes: 'withheld', spending: 'withheld', pots: 'withheld', contradictions: [{ rule: 'X-12', words: 'Far off', state: 'open', things: [thing('contradiction', 'Roads 2030')] }] })
    const unseen = facets.flatMap(({ checks }) => checks.flatMap((check) => (check.status === 'not_checked' && check.because === 'your rights do not include to see amounts' ? [check.id] : [])))
    expect(unseen).toEqual(['budgets-funded', 'money-follows', 'value-owners', 'value-customers', 'value-employees', 'value-alliances', 'value-communities'])
    expect(facets.at(-1)).toMatchObject({ status: 'not_checked', because: 'your rights do not include to see amounts' })
  })

  test('policies are not kept because leave has not ended: without a policy on record the facet is not checked', () => {
    const { facets } = alignmentState({ ...aligned, unchecked: [{ rule: 'X-11', needs: 'Policies that initiatives must keep' }] })
    const policies = facets.find(({ facet }) => facet === 'policies')
    expect([policies?.status, policies?.checks.map(({ status }) => status)]).toEqual(['not_checked', ['not_checked', 'holds', 'not_checked']])
  })

  const open = (rule: 'X-1' | 'X-11' | 'X-12', state: 'open' | 'managed' | 'due' = 'open'): StateFacts => ({ ...aligned, contradictions: [{ rule, words: `${rule} found`, state, things: [thing('objective', 'Safe roads')] }] })
  test.each<readonly [string, StateFacts, readonly (readonly [string, string, string])[]]>([
    ['vision', { ...aligned, measures: [{ ...aligned.measures[0]!, horizon: 'mid' }] }, [['vision-ahead', 'missing', 'None of 1 measure has a long horizon']]],
    ['vision', { ...aligned, measures: [{ ...aligned.measures[0]!, dueOn: '2026-06-01' }] }, [['vision-ahead', 'stale', '“Deaths” was to be reached by 2026-06-01 and looks ahead no more']]],
    ['vision', { ...aligned, units: [{ ...aligned.units[0]!, intent: '' }] }, [['vision-in-units', 'missing', 'The strategy of North does not say what it is about']]],
    ['mission', { ...aligned, values: [{ ...aligned.values[0]!, against: [thing('decision', 'Skip the drill')] }] }, [['values-lived', 'anomaly', '“Care” is stated; of the decisions that name it, 1 went against it and 1 served it']]],
    ['mission', { ...aligned, values: [...aligned.values, { thing: thrift, behaviours: 0, takenUp: false, served: [], against: [] }] }, [['values-seen', 'missing', 'Nothing says how “Thrift” would be seen'], ['values-shared', 'missing', 'No unit takes up “Thrift”']]],
    ['mission', { ...aligned, statements: [{ thing: thing('statement', 'Fast first'), diverges: true }] }, [['values-shared', 'contradiction', '“Fast first” is neither mapped to a value nor justified']]],
    ['objectives', { ...aligned, objectives: [{ ...aligned.objectives[0]!, owner: ' ', initiatives: 0 }] }, [['objectives-linked', 'missing', '“Safe roads” has no owner, no initiative']]],
    ['objectives', { ...aligned, today: '2026-06-16' }, [['objectives-current', 'stale', 'Of “Deaths” nothing is told since 2026-05-01']]],
    ['objectives', { ...aligned, units: [{ ...aligned.units[0]!, hasRead: false }] }, [['objectives-read', 'missing', 'Nobody says that the version in force was read in North']]],
    ['objectives', open('X-1'), [['objectives-agree', 'contradiction', 'X-1 found']]],
    ['policies', open('X-11'), [['policies-kept', 'contradiction', 'X-11 found']]],
    ['policies', { ...aligned, leave: [{ thing: thing('leave', 'North'), state: 'ended', goesOwnWay: true }] }, [['leave-in-time', 'stale', 'North still weighs by itself, and its leave has ended']]],
    ['processes', { ...aligned, changes: [{ ...change, leadsToBenefit: false }] }, [['changes-lead', 'missing', '“New rota” leads to no benefit']]],
    ['processes', { ...aligned, work: { tasks: 3, late: [{ thing: thing('initiative', 'Crossings'), tasks: 2 }] } }, [['work-in-time', 'stale', '2 pieces of the work of Crossings are late']]],
    ['processes', { ...aligned, signals: { withinDays: 14, all: [{ thing: thing('signal', 'No salt'), standing: 'overdue' }] } }, [['signals-answered', 'anomaly', 'Units are promised an answer within 14 days, and 1 signal waits longer']]],
    ['assets', { ...aligned, pots: [{ thing: thing('pot', 'Roads budget'), funded: false }] }, [['budgets-funded', 'missing', 'Roads budget has no money for any period that is not over']]],
    ['resources', open('X-12'), [['money-follows', 'anomaly', 'X-12 found']]],
    ['resources', { ...aligned, outbid: [{ initiative: thing('initiative', 'Crossings'), pool: thing('pool', 'Engineers'), period: 'Q3', lower: [thing('initiative', 'Plaza')] }] }, [['skills-follow', 'anomaly', 'Crossings counts among what serves the strategy most, and is short of Engineers in Q3 while Plaza gets it']]],
    ['resources', { ...aligned, pools: [{ thing: thing('pool', 'Engineers'), overloaded: ['Q3', 'Q4'] }] }, [['people-enough', 'contradiction', 'More is asked of Engineers than there is in Q3, Q4']]],
    ['systems', { ...aligned, systems: [{ ...system, owner: null, done: false }] }, [['systems-lead', 'missing', '“Rota app” has no owner'], ['systems-lead', 'stale', '“Rota app” was to be there by 2026-01-01 and is not']]],
    ['value', { ...aligned, classes: classes.map((one, at) => (at === 1 ? { ...one, alert: 'Customers bear more than they gain' } : one)) }, [['value-customers', 'contradiction', 'Customers bear more than they gain']]],
  ])('one thing wrong with the %s fails that facet alone, with what it is about', (facet, facts, found) => {
    expect(findingsOf(facts)).toEqual(found)
    expect(statusOf(facts)).toEqual({ ...statusOf(aligned), [facet]: 'fails' })
  })

  test('decisions that say nothing are no anomaly while nobody has said of any what it went by', () => {
    const citing = (some: number): StateFacts => ({ ...aligned, decisions: aligned.decisions.map((one, at) => ({ ...one, cites: at < some })) })
    expect(findingsOf(citing(2))).toEqual([['objectives-decide', 'anomaly', 'Objectives are stated, and 3 of 5 decisions name none as a reason']])
    const [objectives] = alignmentState(citing(0)).facets.filter(({ facet }) => facet === 'objectives')
    expect(objectives?.checks.at(-1)).toMatchObject({ status: 'not_checked', because: 'of no decision is said which objective was a reason' })
  })

  test('an anomaly names what is stated and what is done', () => {
    const { anomalies } = alignmentState({ ...aligned, values: [{ ...aligned.values[0]!, against: [thing('decision', 'Skip the drill')] }] })
    expect(anomalies.map(({ facet, stated, measured }) => [facet, stated, measured])).toEqual([['mission', [care], [thing('decision', 'Skip the drill')]]])
  })

  test('a tension that somebody manages is no finding; one whose review is due is stale, as is the rule by which it is lived with', () => {
    expect(findingsOf(open('X-1', 'managed'))).toEqual([])
    expect(findingsOf(open('X-1', 'due'))).toEqual([['objectives-agree', 'stale', 'X-1 found'], ['trade-offs-reviewed', 'stale', 'Its review is due: X-1 found']])
  })
})
