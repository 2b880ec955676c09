import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withheld } from './withhold.ts'

const money = (minor: string) => ({ minor, currency: 'EUR', basis: { kind: 'nominal' }, cashClass: 'na' })
const known = (minor: string) => ({ status: 'ok', value: money(minor) })
const figure = (minor: string) => ({ status: 'ok', value: { kind: 'money', money: money(minor) } })
const reason = { status: 'undefined', reason: 'WITHHELD' }

describe('what is withheld', () => {
  it('is each amount, with its reason, and what was computed from it', () => {
    expect(withheld({ name: 'Bridge', cost: known('700'), ratio: { status: 'ok', value: 2 }, alignment: { status: 'ok', value: 0.5 } })).toEqual({ name: 'Bridge', cost: reason, ratio: reason, alignment: { status: 'ok', value: 0.5 } })
  })

  it('is nothing that has no figure anyway: its reason is for everybody', () => {
    expect(withheld({ ratio: { status: 'missing', inputs: ['cost'] }, cost: { status: 'undefined', reason: 'RANGE_ONLY' } })).toEqual({ ratio: { status: 'missing', inputs: ['cost'] }, cost: { status: 'undefined', reason: 'RANGE_ONLY' } })
  })

  it('is the explanation of an amount but for its name and method', () => {
    const why = { term: 'cost', figure: figure('700'), formula: 'sum', note: 'with 7.00 of it last year', source: { kind: 'published', publication: 'P', asPublished: '7.00' }, terms: [{ term: 'Bridge', figure: figure('700') }] }
    expect(withheld({ metric: known('700'), why })).toEqual({ metric: reason, why: { term: 'cost', figure: reason, formula: 'sum' } })
  })

  it('is a ratio that was explained by amounts', () => {
    const why = { term: 'benefit-cost ratio', figure: { status: 'ok', value: { kind: 'number', value: 2, unit: 'ratio' } }, terms: [{ term: 'cost', figure: figure('700') }] }
    expect(withheld({ metric: { status: 'ok', value: 2 }, why })).toEqual({ metric: reason, why: { term: 'benefit-cost ratio', figure: reason } })
  })

  it('leaves what is explained by no amount as it is', () => {
    const explained = { metric: { status: 'ok', value: 0.5 }, why: { term: 'alignment', figure: { status: 'ok', value: { kind: 'number', value: 0.5, unit: 'ratio' } }, note: 'of 3', terms: [{ term: 'Growth', figure: { status: 'ok', value: { kind: 'number', value: 1, unit: 'ratio' } } }] } }
    expect(withheld(explained)).toEqual(explained)
  })

  it('is a recorded change, but of fields that hold no amount', () => {
    const changes = [{ field: 'costMinor', before: '1', after: '2' }, { field: 'name', before: 'A', after: 'B' }, { field: 'anything new', before: null, after: { total: '2' } }]
    expect(withheld({ changes })).toEqual({ changes: [{ field: 'costMinor', before: reason, after: reason }, changes[1], { field: 'anything new', before: null, after: reason }] })
  })

  it('is a list of nothing but amounts, and an own field that holds one', () => {
    expect(withheld({ lines: [{ year: 2025, amount: money('7') }], difference: money('7'), custom: { a: '7', b: 'Blue' } }, new Set(['a']))).toEqual({ lines: [], difference: null, custom: { b: 'Blue' } })
  })

  it('is the content of a field, wherever it is told, and leaves that it is another one', () => {
    expect(withheld({ field: 'costMinor', base: '7', value: '8' })).toEqual({ field: 'costMinor', base: reason, value: reason })
    expect(withheld({ field: 'state', base: 'idea', value: 'approved' })).toEqual({ field: 'state', base: 'idea', value: 'approved' })
    expect(withheld({ kind: 'initiative', id: 'a', field: 'year:2026:cost', values: ['7', null, '8'] })).toEqual({ kind: 'initiative', id: 'a', field: 'year:2026:cost', values: [reason, null, reason] })
    expect(withheld({ field: 'costMinor', base: '7', plan: '8', scenario: '9', words: 'Bridge: 7, 8, 9' })).toEqual({ field: 'costMinor', base: reason, plan: reason, scenario: reason, words: 'Amounts are withheld from you.' })
    const filter = { field: 'cost', op: 'at_least', values: ['5'], kind: 'filter', id: 'f' }
    expect(withheld(filter)).toEqual(filter)
  })

  it('is not what changes of a measure, nor a gap between levels; a gap that was computed from amounts is', () => {
    const change = { kind: 'measure_changed', key: 'safe', measure: { id: 'm', name: 'Deaths', unit: 'count' }, field: 'dueOn', from: '2026-12-31', to: '2027-12-31' }
    const levels = { gap: { metric: { status: 'ok', value: 2 }, why: { term: 'Gap', figure: { status: 'ok', value: { kind: 'number', value: 2 } }, terms: [] } } }
    expect(withheld({ changes: [change], gaps: [levels] })).toEqual({ changes: [change], gaps: [levels] })
    expect(withheld({ gap: { metric: { status: 'ok', value: 0.1 }, why: { term: 'Gap', figure: { status: 'ok', value: { kind: 'number', value: 0.1 } }, terms: [{ term: 'Cost', figure: figure('7') }] } } })).toMatchObject({ gap: { metric: reason } })
  })

  it('is the amount of a difference and of a cause, not that there is one; they stand by name, not by size', () => {
    const items = [{ id: 'b', name: 'Tunnel', what: 'changed', fields: [{ field: 'costMinor', from: '9', to: '1' }], cost: money('-8') }, { id: 'a', name: 'Bridge', what: 'added', fields: [], cost: money('7') }]
    expect(withheld({ items })).toEqual({ items: [{ id: 'a', name: 'Bridge', what: 'added', fields: [], cost: null }, { id: 'b', name: 'Tunnel', what: 'changed', fields: [{ field: 'costMinor', from: reason, to: reason }], cost: null }] })
    const sides = { field: 'cost', from: { asOf: null, initiatives: 2 }, to: { asOf: 'x', initiatives: 3 }, amounts: 'shown' }
    expect(withheld({ ...sides, items: [{ name: 'Bridge', from: { amounts: { cost: '7', benefits: null } }, to: null }] })).toEqual({ ...sides, amounts: 'withheld', items: [{ name: 'Bridge', from: { amounts: { cost: null, benefits: null } }, to: null }] })
  })

  it('of a selection is its worth in money, its bound and its budgets; not what was chosen, nor its worth in points', () => {
    const kept = { value: 'strategic', valueUnit: 'points', totalValue: 12, bound: 12.5, gap: 0.04, totalCost: money('7'), proved: false, amounts: 'shown', chosen: [{ id: 'a', name: 'Bridge' }], constraints: [{ kind: 'totalBudget', limit: 7 }, { kind: 'mustInclude', candidateId: 'a' }] }
    const told = { ...kept, bound: null, gap: null, totalCost: null, amounts: 'withheld', constraints: [kept.constraints[1]] }
    expect(withheld({ selection: kept })).toEqual({ selection: told })
    expect(withheld({ selection: { ...kept, valueUnit: 'money' } })).toEqual({ selection: { ...told, valueUnit: 'money', totalValue: null } })
    expect(withheld({ selection: { chosen: ['a'], value: 12, cost: 7 }, figuresHash: 'abc', hashBefore: 'abc', hashAfter: 'def' })).toEqual({ selection: null, figuresHash: null, hashBefore: null, hashAfter: null })
  })

  it('leaves no amount, however deep it stands', () => {
    const leaf = fc.oneof(fc.constant(known('987654321')), fc.constant(money('987654321')), fc.constant({ metric: known('987654321'), why: { term: 't', figure: figure('987654321'), terms: [{ term: 'u', figure: figure('987654321') }] } }), fc.string(), fc.boolean())
    const { tree } = fc.letrec((tie) => ({ tree: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'b', 'metric', 'why', 'cost', 'kind', 'words'), tie('tree'), { maxKeys: 4 })) }))
    fc.assert(fc.property(tree, (value) => !JSON.stringify(withheld({ value })).includes('987654321')))
  })
})
