import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valuesReport, type StatementFacts } from './index.ts'

const [valueIds, unitIds] = [['care', 'candour'], ['roads', 'rivers']]
const said = (id: string, unitId: string, mapping: StatementFacts['mapping']): StatementFacts => ({ id, unitId, mapping })

describe('values register', () => {
  test('what is mapped nowhere diverges, so does what is mapped to a retired value; what is a unit’s own does not', () => {
    const statements = [said('a', 'roads', { kind: 'value', valueId: 'care' }), said('b', 'roads', { kind: 'own' }), said('c', 'roads', { kind: 'none' }), said('d', 'rivers', { kind: 'value', valueId: 'thrift' }), said('e', 'a unit that is gone', { kind: 'none' })]
    expect(valuesReport({ valueIds, unitIds, statements, tags: [{ servedId: 'care', againstId: 'candour' }, { servedId: 'care', againstId: null }] })).toEqual({
      units: [{ unitId: 'roads', statements: 3, mapped: 1, own: 1, diverging: ['c'] }, { unitId: 'rivers', statements: 1, mapped: 0, own: 0, diverging: ['d'] }],
      values: [{ valueId: 'care', unitIds: ['roads'], served: 2, against: 0 }, { valueId: 'candour', unitIds: [], served: 0, against: 1 }],
      notTakenUp: ['candour'],
    })
  })

  test('where no unit has said anything, no value was passed over', () => expect(valuesReport({ valueIds, unitIds, statements: [], tags: [] }).notTakenUp).toBeNull())

  const mapping = fc.oneof(fc.constant<StatementFacts['mapping']>({ kind: 'none' }), fc.constant<StatementFacts['mapping']>({ kind: 'own' }), fc.constantFrom('care', 'candour', 'thrift').map((valueId): StatementFacts['mapping'] => ({ kind: 'value', valueId })))
  const heard = fc.array(fc.tuple(fc.constantFrom('roads', 'rivers'), mapping), { maxLength: 12 }).map((all) => all.map(([unitId, of], at) => said(String(at), unitId, of)))

  test('law: every statement is mapped, its unit’s own or diverges, and mapping or justifying one that diverges takes exactly it away', () => {
    fc.assert(fc.property(heard, fc.nat(), fc.boolean(), (statements, pick, justified) => {
      const report = (all: readonly StatementFacts[]) => valuesReport({ valueIds, unitIds, statements: all, tags: [] })
      const before = report(statements)
      expect(before.units.reduce((sum, { mapped, own, diverging }) => sum + mapped + own + diverging.length, 0)).toBe(statements.length)
      const diverging = before.units.flatMap((one) => one.diverging)
      const settled = diverging[pick % Math.max(1, diverging.length)]
      if (settled === undefined) return
      const after = report(statements.map((one) => (one.id === settled ? { ...one, mapping: justified ? { kind: 'own' } : { kind: 'value', valueId: 'care' } } : one)))
      expect(after.units.flatMap((one) => one.diverging)).toEqual(diverging.filter((id) => id !== settled))
      expect(before.notTakenUp).toEqual(expect.arrayContaining([...(after.notTakenUp ?? [])]))
    }))
  })
})
