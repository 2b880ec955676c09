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

  it('leaves no amount, however deep it stands', () => {
    const leaf = fc.oneof(fc.constant(known('987654321')), fc.constant(money('987654321')), fc.constant({ metric: known('987654321'), why: { term: 't', figure: figure('987654321'), terms: [{ term: 'u', figure: figure('987654321') }] } }), fc.string(), fc.boolean())
    const { tree } = fc.letrec((tie) => ({ tree: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'b', 'metric', 'why', 'cost', 'kind', 'words'), tie('tree'), { maxKeys: 4 })) }))
    fc.assert(fc.property(tree, (value) => !JSON.stringify(withheld({ value })).includes('987654321')))
  })
})
