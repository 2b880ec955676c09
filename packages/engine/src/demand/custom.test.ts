import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ok } from '../kernel/index.ts'
import { readCustomValue, type CustomForm, type CustomKind } from './custom.ts'

const form = (kind: CustomKind, choices: readonly string[] = []): CustomForm => ({ kind, choices })

describe('a value of an added field', () => {
  it.each([
    ['text', '  Net zero ', 'Net zero'],
    ['number', '007.50', '7.5'],
    ['number', '-0.5', '-0.5'],
    ['number', '100', '100'],
    ['number', '-0', '0'],
    ['money', '-00125', '-125'],
    ['date', '2028-02-29', '2028-02-29'],
    ['yes_no', 'YES', 'yes'],
  ] as const)('as %s: %j is kept as %j', (kind, text, kept) => expect(readCustomValue(form(kind), text)).toEqual(ok(kept)))

  it.each([
    ['number', '1,000'], ['number', '1e3'], ['number', '.'], ['number', '9'.repeat(21)], ['money', '1.5'], ['money', '9'.repeat(19)], ['date', '2027-02-29'], ['date', '0999-01-01'], ['date', 'soon'], ['yes_no', 'maybe'], ['text', 'a\u0000b'],
  ] as const)('as %s: %j is refused with what was found', (kind, text) => expect(readCustomValue(form(kind), text)).toMatchObject({ ok: false, refusal: { code: 'value_wrong', values: { found: text } } }))

  it('that is a choice is found whatever its case, and else the choices are named', () => {
    expect(readCustomValue(form('choice', ['High', 'Low']), 'hIGH')).toEqual(ok('High'))
    expect(readCustomValue(form('choice', ['High', 'Low']), 'Medium')).toMatchObject({ refusal: { values: { found: 'Medium', expected: 'one of High, Low' } } })
  })

  it('is none where the text is blank, whatever the kind', () => {
    for (const kind of ['text', 'number', 'money', 'date', 'choice', 'yes_no'] as const) expect([readCustomValue(form(kind), ' '), readCustomValue(form(kind), null)]).toEqual([ok(null), ok(null)])
  })

  it('reads back as itself', () => {
    const kinds = fc.constantFrom<CustomKind>('text', 'number', 'money', 'date', 'choice', 'yes_no')
    const texts = fc.oneof(fc.string(), fc.double({ noNaN: true }).map(String), fc.bigInt().map(String), fc.constantFrom('yes', 'High', '2026-01-01', '+5.00'))
    fc.assert(fc.property(kinds, texts, (kind, text) => {
      const read = readCustomValue(form(kind, ['High']), text)
      if (read.ok) expect(readCustomValue(form(kind, ['High']), read.value)).toEqual(read)
    }))
  })
})
