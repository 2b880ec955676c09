import { describe, expect, it } from 'vitest'
import type { InitiativeFacts } from '../../demand/index.ts'
import { known, missing, money, undefinedBecause, type Metric, type Money } from '../../kernel/index.ts'
import { allHold, appliesTo, attributesOf, complianceOf, complianceTally, factsOf, holdsUntil, oneHolds, ruleFault, ruleWords, truths, whyApplies, type AttestationFacts, type CaseFacts, type ExceptionFacts, type Rule, type RuleWorld, type Truth } from './index.ts'

describe('three-valued truth', () => {
  // Kleene’s strong tables, row by row and column by column: yes, no, unknown.
  const table = (join: (all: readonly Truth[]) => Truth) => truths.map((a) => truths.map((b) => join([a, b])))
  it('of and: a no decides, then what is unknown', () => expect(table(allHold)).toEqual([['yes', 'no', 'unknown'], ['no', 'no', 'no'], ['unknown', 'no', 'unknown']]))
  it('of or: a yes decides, then what is unknown', () => expect(table(oneHolds)).toEqual([['yes', 'yes', 'yes'], ['yes', 'no', 'unknown'], ['yes', 'unknown', 'unknown']]))
  it('of nothing: all of it holds, and none', () => expect([allHold([]), oneHolds([])]).toEqual(['yes', 'no']))
})

const pounds = (whole: bigint): Metric<Money> => known(money(whole * 100n, 'GBP'))
const facts = (more: Partial<InitiativeFacts> = {}): InitiativeFacts => ({
  id: 'i', key: 'I-1', name: 'Bridge', kind: 'project', state: 'active', unitId: 'north', unitName: 'North', category: 'Infrastructure', sponsor: null, mandatory: false, rating: null, ratingAsOf: null, startOn: '2026-01-01', endOn: null,
  cost: pounds(10n), benefits: missing('benefits'), inYearBaseline: missing('inYearBaseline'), inYearForecast: missing('inYearForecast'), sources: {}, flags: [], version: 1, current: true, reports: 0, lastReportedOn: null, ...more,
})
const world: RuleWorld = {
  units: [{ id: 'all', name: 'Roads', parentId: null }, { id: 'north', name: 'North', parentId: 'all' }, { id: 'south', name: 'South', parentId: 'all' }], currency: 'GBP', amounts: true,
  fields: [{ id: 'data', name: 'Personal data', kind: 'yes_no', choices: [] }, { id: 'size', name: 'Length', kind: 'number', choices: [] }, { id: 'zone', name: 'Zone', kind: 'choice', choices: ['A', 'B'] }],
}
const attributes = new Map(attributesOf(world).map((one) => [one.key, one]))
const applies = (rule: Rule, { custom = {}, amounts = true, ...more }: Partial<InitiativeFacts> & { readonly custom?: Record<string, string>; readonly amounts?: boolean } = {}) => appliesTo(rule, factsOf(facts(more), custom, { ...world, amounts }), attributes)

describe('to what an obligation applies', () => {
  it('is all initiatives without a condition', () => expect(applies([])).toBe('yes'))
  it('is asked of each attribute: yes, no, and unknown where nobody gave it', () => {
    expect([applies([[{ attribute: 'category', operator: 'one_of', values: ['it', ' infrastructure '] }]]), applies([[{ attribute: 'category', operator: 'one_of', values: ['IT'] }]]), applies([[{ attribute: 'category', operator: 'one_of', values: ['IT'] }]], { category: null })]).toEqual(['yes', 'no', 'unknown'])
    // What is not given is not “something else” either.
    expect([applies([[{ attribute: 'category', operator: 'none_of', values: ['IT'] }]]), applies([[{ attribute: 'category', operator: 'none_of', values: ['IT'] }]], { category: null })]).toEqual(['yes', 'unknown'])
    expect([applies([[{ attribute: 'start', operator: 'at_least', values: ['2026-01-01'] }]]), applies([[{ attribute: 'start', operator: 'below', values: ['2026-01-01'] }]]), applies([[{ attribute: 'end', operator: 'below', values: ['2026-01-01'] }]])]).toEqual(['yes', 'no', 'unknown'])
    const long: Rule = [[{ attribute: 'field:size', operator: 'at_least', values: ['2.5'] }]]
    expect([applies(long, { custom: { size: '2.5' } }), applies(long, { custom: { size: '2.4999' } }), applies(long)]).toEqual(['yes', 'no', 'unknown'])
  })
  it('holds for a department with all beneath it', () => expect([['all'], ['north'], ['south']].map((values) => applies([[{ attribute: 'unit', operator: 'one_of', values }]]))).toEqual(['yes', 'yes', 'no']))
  it('is unknown where an amount is doubted, a range, or withheld from who asks', () => {
    const dear: Rule = [[{ attribute: 'cost', operator: 'at_least', values: ['1000'] }]]
    expect([applies(dear), applies(dear, { cost: pounds(9n) }), applies(dear, { cost: undefinedBecause('RANGE_ONLY') }), applies(dear, { amounts: false })]).toEqual(['yes', 'no', 'unknown', 'unknown'])
  })
  it('is one of its groups with all of its conditions', () => {
    const rule: Rule = [[{ attribute: 'category', operator: 'one_of', values: ['IT'] }, { attribute: 'cost', operator: 'at_least', values: ['1000'] }], [{ attribute: 'field:data', operator: 'one_of', values: ['yes'] }]]
    expect([applies(rule), applies(rule, { custom: { data: 'no' } }), applies(rule, { custom: { data: 'yes' } }), applies(rule, { category: 'IT' })]).toEqual(['unknown', 'no', 'yes', 'yes'])
    expect(ruleWords(rule, attributes, 'GBP')).toBe('Category is IT, and Whole-life cost at least 10 GBP; or Personal data is yes')
    expect(whyApplies(rule, factsOf(facts(), {}, world), attributes, 'GBP').terms?.map(({ term, figure }) => [term, figure])).toEqual([['Group 1', known({ kind: 'text', text: 'no' })], ['Group 2', known({ kind: 'text', text: 'unknown' })]])
  })
  it('is asked of what is there, in a way that fits, with a value that there is', () => {
    const fault = (attribute: string, operator: 'one_of' | 'at_least', ...values: readonly string[]) => ruleFault([[{ attribute, operator, values }]], [...attributes.values()])
    expect(fault('category', 'one_of', 'IT')).toBeUndefined()
    expect([fault('gone', 'one_of', 'x'), fault('category', 'at_least', '5'), fault('field:zone', 'one_of', 'A', 'C'), fault('cost', 'at_least', '1', '2'), fault('end', 'at_least', 'soon')].map((one) => one?.found)).toEqual(['an attribute that is not there', 'at_least', 'C', '2 values', 'soon'])
  })
})

describe('compliance of an initiative with an obligation', () => {
  const today = '2026-06-15'
  const said = (state: AttestationFacts['state'], more: Partial<AttestationFacts> = {}): AttestationFacts => ({ state, evidenceOn: '2026-01-01', expiresOn: null, attestedBy: 'Ann', judgedBy: null, ...more })
  const exception = (more: Partial<ExceptionFacts> = {}): ExceptionFacts => ({ fromOn: '2026-01-01', expiresOn: '2026-12-31', endedOn: null, grantedBy: 'Bo', ...more })
  const status = (more: Partial<CaseFacts> = {}) => complianceOf({ applies: 'yes', attestations: [], exceptions: [], today, ...more })
  const ranOut = { expiresOn: today }

  it('is never without evidence that another has verified and that holds', () => {
    expect([status(), status({ attestations: [said('attested')] }), status({ attestations: [said('verified')] }), status({ attestations: [said('verified', ranOut)] }), status({ attestations: [said('rejected')] })]).toEqual(['missing', 'attested', 'compliant', 'lapsed', 'rejected'])
    // Evidence of a day to come shows nothing yet.
    expect(status({ attestations: [said('verified', { evidenceOn: '2026-06-16' })] })).toBe('missing')
    const all = (['attested', 'verified', 'rejected'] as const).flatMap((state) => [null, today, '2026-06-16'].map((expiresOn) => [state, expiresOn, status({ attestations: [said(state, { expiresOn })] })] as const))
    expect(all.filter(([, , found]) => found === 'compliant').map(([state, expiresOn]) => [state, expiresOn])).toEqual([['verified', null], ['verified', '2026-06-16']])
  })
  it('is excepted until, not with, the day on which the exception lapses by itself, or is ended', () => {
    const on = (day: string, more: Partial<ExceptionFacts> = {}) => complianceOf({ applies: 'yes', attestations: [], exceptions: [exception(more)], today: day })
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-12-30'), on('2026-12-31')]).toEqual(['missing', 'excepted', 'excepted', 'lapsed'])
    expect([on('2026-03-01', { endedOn: '2026-03-02' }), on('2026-03-02', { endedOn: '2026-03-02' })]).toEqual(['excepted', 'lapsed'])
    // Ended before its first day it never held, so that nothing has lapsed.
    expect(on('2026-06-02', { fromOn: '2026-07-01', endedOn: '2026-06-01' })).toBe('missing')
  })
  it('takes what is verified before an exception, and the older proof where the newer one was rejected', () => {
    expect([status({ attestations: [said('verified')], exceptions: [exception()] }), status({ attestations: [said('attested')], exceptions: [exception()] }), status({ attestations: [said('rejected'), said('verified')] })]).toEqual(['compliant', 'excepted', 'compliant'])
  })
  it('holds as long as the longest of what holds does, and not until the day of what has run out', () => {
    const until = (more: Partial<CaseFacts>) => holdsUntil({ applies: 'yes', attestations: [], exceptions: [], today, ...more })
    // The newest proof has run out, an older one holds on.
    expect([until({ attestations: [said('verified', { expiresOn: '2026-06-01' }), said('verified', { expiresOn: '2026-12-01' })] }), until({ attestations: [said('verified', { expiresOn: '2026-12-01' }), said('verified')] })]).toEqual(['2026-12-01', null])
    expect([until({ exceptions: [exception({ expiresOn: '2026-07-01' }), exception(), exception({ endedOn: '2026-02-01', expiresOn: '2027-01-01' })] }), until({ attestations: [said('attested')] }), until({ applies: 'unknown', attestations: [said('verified')] })]).toEqual(['2026-12-31', undefined, undefined])
  })
  it('is asked only where it applies, and unclear where nobody can tell', () => expect([status({ applies: 'no', attestations: [said('verified')] }), status({ applies: 'unknown', attestations: [said('verified')] })]).toEqual(['not_applicable', 'unclear']))
  it('is counted: the share is of those that apply', () => {
    // 1 of 4 that apply; what is unclear or does not apply is in neither.
    const { counts, share } = complianceTally(['compliant', 'missing', 'excepted', 'attested', 'unclear', 'not_applicable', 'not_applicable'])
    expect([counts.not_applicable, share.metric]).toEqual([2, known(0.25)])
    expect([complianceTally([]).share.metric.status, complianceTally(['unclear']).share.metric.status]).toEqual(['not_applicable', 'missing'])
  })
})
