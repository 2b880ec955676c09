import { describe, expect, it } from 'vitest'
import { known, money } from '../../kernel/index.ts'
import { applyOverlay, canonicalFigures, differencesBetween, explainChange, planFigures, planProblems, readFieldValue, rebase, refKey, settleRebase, statesOfSelection, yearFieldLabel, type RebaseResolution } from './index.ts'
import { change, eur, initiative, objective, plan, zero } from './testing/given.ts'

const euros = (minor: bigint) => money(minor, 'EUR')
const withDependency = (...pairs: readonly (readonly [string, string])[]) => ({ dependencies: pairs.map(([fromId, toId]) => ({ id: fromId + toId, fromId, toId, reason: '' })), exclusions: [] })

describe('the figures of a plan', () => {
  it('are over funded work: an idea costs nothing until it is approved', () => {
    const before = planFigures(plan())
    const after = planFigures(applyOverlay(plan(), [change('initiative', 'c', 'state', 'idea', 'approved')]))
    expect([before.funded, before.cost.metric, before.initiatives]).toEqual([2, eur(200), 3])
    expect([after.funded, after.cost.metric, after.net.metric]).toEqual([3, eur(300), eur(600)])
    expect(canonicalFigures(after)).not.toBe(canonicalFigures(before))
  })

  it('stand beside everything current, as the cockpit counts it, with what is not funded by state', () => {
    const { cost, current } = planFigures(plan({ initiatives: [initiative('a'), initiative('b', { state: 'on_hold' }), initiative('c', { state: 'idea', current: false })] }))
    expect([cost.metric, current.cost.metric, current.cost.why.terms?.map(({ term }) => term)]).toEqual([eur(100), eur(200), ['Funded work: approved, active or closing', 'Not funded, on hold: 1']])
  })

  it('divides years at the fiscal year, and says what has no dates', () => {
    const { years, undatedCost } = planFigures(plan({ initiatives: [initiative('a'), initiative('b', { startOn: null })] }))
    // 365 days, of which January to March are 90: 24.66 of 100 by largest remainder, 25.
    expect(years.filter(({ cost }) => cost.minor > 0n).map(({ label, cost }) => [label, cost.minor])).toEqual([['2026-27', 25n], ['2027-28', 75n]])
    expect(undatedCost.minor).toBe(100n)
  })

  it('gives the weight that funded work serves', () => {
    expect(planFigures(plan()).served.metric).toEqual(known(0.6))
    expect(planFigures(applyOverlay(plan(), [change('initiative', 'a', 'state', 'active', 'on_hold')])).served.metric).toEqual(known(0))
  })
})

describe('what a scenario changes', () => {
  it('is listed by initiative and field, the largest effect first, with what each moves', () => {
    const changes = [change('initiative', 'a', 'costMinor', '100', '150'), change('initiative', 'b', 'state', 'active', 'on_hold'), change('contribution', 'b>y', 'contribution', null, 0.5), change('dependency', 'a>b', 'exists', false, true)]
    const differences = differencesBetween(plan(), applyOverlay(plan(), changes))
    expect(differences.map(({ name, what, cost }) => [name, what, cost.minor])).toEqual([['Initiative b', 'changed', -100n], ['Initiative a', 'changed', 50n], ['Initiative b → Objective y', 'added', 0n], ['Initiative a needs Initiative b', 'added', 0n]])
    const why = explainChange('Change of cost', differences, 'cost', zero)
    expect([why.metric, why.why.terms?.map(({ term }) => term)]).toEqual([eur(-50), ['Initiative b', 'Initiative a']])
  })

  it('adds and removes initiatives with their links', () => {
    const changes = [change('initiative', 'n', 'exists', false, true), change('initiative', 'n', 'name', null, 'New'), change('initiative', 'n', 'state', null, 'approved'), change('initiative', 'n', 'costMinor', null, '40'), change('contribution', 'n>x', 'contribution', null, 1), change('initiative', 'a', 'exists', true, false)]
    const after = applyOverlay(plan(), changes)
    expect(after.initiatives.map(({ name }) => name)).toEqual(['Initiative b', 'Initiative c', 'New'])
    expect(after.contributions.map(({ initiativeId }) => initiativeId)).toEqual(['n'])
    expect(planFigures(after).cost.metric).toEqual(eur(140))
  })

  it('takes the decisions of a selection: chosen ideas are approved, running work that is not chosen waits', () => {
    const initiatives = [initiative('a'), initiative('b', { state: 'case' }), initiative('c', { state: 'approved' }), initiative('d', { state: 'stopped' }), initiative('e', { state: 'closing' }), initiative('f')]
    expect(statesOfSelection(initiatives, ['a', 'b', 'c', 'd', 'e'], ['a', 'b']).map(({ id, base, value, origin }) => [id, base, value, origin])).toEqual([['b', 'case', 'approved', 'selection'], ['c', 'approved', 'on_hold', 'selection']])
  })
})

describe('the years of an initiative', () => {
  const year = change('initiative', 'a', 'cost:2026', null, '60')
  const costs = (of: ReturnType<typeof plan>) => planFigures(of).years.filter(({ cost }) => cost.minor > 0n).map(({ label, cost }) => [label, cost.minor])
  const only = plan({ initiatives: [initiative('a')] })

  it('that a scenario gives stand, and the rule spreads what they leave of 100', () => {
    const after = applyOverlay(only, [year], { kind: 'entered', by: 'Scenario “S”', at: '2026-11-21T10:00:00Z' })
    expect(costs(after)).toEqual([['2026-27', 60n], ['2027-28', 40n]])
    expect(after.givenYears.get('a')?.cost[0]?.source).toBe('Entered by Scenario “S” on 2026-11-21')
    expect(differencesBetween(only, after)).toMatchObject([{ name: 'Initiative a', what: 'changed', fields: [{ field: 'cost:2026', from: null, to: '60' }] }])
    expect(yearFieldLabel('cost:2026', only.calendar)).toBe('Cost 2026-27')
  })

  it('stand before what was published, and go back to it', () => {
    const published = plan({ initiatives: [initiative('a')], publishedYears: new Map([['a', [{ year: 2026, amount: euros(30n), source: 'Published' }]]]) })
    expect(costs(published)).toEqual([['2026-27', 30n], ['2027-28', 70n]])
    const given = applyOverlay(published, [year])
    expect(costs(given)).toEqual([['2026-27', 60n], ['2027-28', 40n]])
    expect(costs(applyOverlay(given, [change('initiative', 'a', 'cost:2026', '60', null)]))).toEqual(costs(published))
  })

  it('meet others in a rebase like any field', () => {
    const { conflicts } = rebase(only, applyOverlay(only, [{ ...year, value: '70' }]), [year])
    expect(conflicts.map(({ reason, base, plan: now, scenario }) => [reason, base, now, scenario])).toEqual([['both_changed', null, '70', '60']])
    expect(rebase(only, applyOverlay(only, [year]), [change('initiative', 'a', 'exists', true, false)]).conflicts).toMatchObject([{ reason: 'changed_since' }])
  })

  it('are years from 1900 to 2200 in whole minor units', () => {
    const read = (field: string, value: string | null) => readFieldValue({ kind: 'initiative', field }, value, new Map())
    expect([read('cost:2027', '0012'), read('benefits:2027', null)]).toEqual([{ ok: true, value: '12' }, { ok: true, value: null }])
    expect([read('cost:1700', '1'), read('cost:2027', '1.5'), read('forecast:2027', '1')].map(({ ok }) => ok)).toEqual([false, false, false])
  })
})

describe('a description', () => {
  it('is set, differs and is taken away', () => {
    const described = applyOverlay(plan(), [change('initiative', 'a', 'description', null, 'A new line')])
    expect(differencesBetween(plan(), described)).toMatchObject([{ fields: [{ field: 'description', from: null, to: 'A new line' }] }])
    expect(applyOverlay(described, [change('initiative', 'a', 'description', 'A new line', null)]).descriptions).toEqual(new Map())
    expect(readFieldValue({ kind: 'initiative', field: 'description' }, '  ', new Map())).toEqual({ ok: true, value: null })
  })
})

describe('what keeps a scenario from becoming the plan', () => {
  it('is said all at once', () => {
    const changes = [
      change('initiative', 'a', 'endOn', '2028-01-01', '2026-01-01'), change('initiative', 'b', 'unitId', null, 'nowhere'), change('initiative', 'c', 'name', 'Initiative c', ' '), change('initiative', 'b', 'key', 'B', 'a'),
      change('objective', 'x', 'weight', 0.6, 0.5), change('dependency', 'b>a', 'exists', false, true), change('objective', 'x', 'statement', 'Objective x', 'objective Y'),
    ]
    const over = plan({ ties: withDependency(['a', 'b']) })
    expect(planProblems(applyOverlay(over, changes), changes).map(({ code }) => code).sort()).toEqual(['dependency_cycle', 'end_before_start', 'key_taken', 'name_blank', 'statement_taken', 'unit_unknown', 'weights_not_one'])
  })

  it('is not what was odd before and was not touched', () => {
    const odd = plan({ initiatives: [initiative('a', { startOn: '2029-01-01' })], objectives: [objective('x', 0.5)] })
    expect(planProblems(odd, [])).toEqual([])
  })
})

describe('a rebase', () => {
  const reasons = (of: ReturnType<typeof rebase>) => of.conflicts.map(({ change: { id, field }, reason, plan: now }) => [id, field, reason, now])
  const cost = change('initiative', 'a', 'costMinor', '100', '150')

  it('sees the same value arrive, another value arrive, and the thing disappear', () => {
    const now = (value: string) => applyOverlay(plan(), [{ ...cost, value }])
    expect(rebase(plan(), now('150'), [cost]).already).toEqual([cost])
    expect(reasons(rebase(plan(), now('120'), [cost]))).toEqual([['a', 'costMinor', 'both_changed', '120']])
    expect(reasons(rebase(plan(), plan({ initiatives: [initiative('b')] }), [cost]))).toEqual([['a', 'costMinor', 'removed', null]])
  })

  it('does not remove what was changed meanwhile without asking', () => {
    const gone = change('initiative', 'a', 'exists', true, false)
    expect(reasons(rebase(plan(), applyOverlay(plan(), [cost]), [gone]))).toEqual([['a', 'exists', 'changed_since', true]])
    expect(rebase(plan(), plan({ initiatives: [initiative('b')] }), [gone]).already).toEqual([gone])
  })

  it('sees a circle that only the two together close, and whose key it is', () => {
    const needs = change('dependency', 'a>b', 'exists', false, true)
    const [circle] = rebase(plan(), plan({ ties: withDependency(['b', 'a']) }), [needs]).conflicts
    expect([circle?.reason, circle?.ids, circle?.takes]).toEqual(['cycle', ['a', 'b', 'a'], ['theirs']])
    const added = [change('initiative', 'n', 'exists', false, true), change('initiative', 'n', 'key', null, 'ROADS'), change('initiative', 'n', 'name', null, 'New')]
    const taken = rebase(plan(), plan({ initiatives: [initiative('b', { key: 'roads' })] }), added)
    expect(reasons(taken)).toEqual([['n', 'key', 'key_taken', null]])
    expect(taken.clean).toHaveLength(2)
  })

  it('is settled by mine, theirs or another value, and stays open otherwise', () => {
    const found = rebase(plan(), applyOverlay(plan(), [{ ...cost, value: '120' }]), [cost])
    const settled = (resolution?: RebaseResolution) => settleRebase(found, new Map(resolution ? [[refKey(cost), resolution]] : []))
    expect(settled({ take: 'mine' }).changes).toEqual([{ ...cost, base: '120' }])
    expect(settled({ take: 'theirs' }).changes).toEqual([])
    expect(settled({ take: 'other', value: '130' }).changes).toEqual([{ ...cost, base: '120', value: '130' }])
    expect(settled({ take: 'other', value: '120' }).changes).toEqual([])
    expect([settled({ take: 'other' }).open, settled().open].map(({ length }) => length)).toEqual([1, 1])
  })
})
