import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldSource } from '@throughline/engine/demand'
import { sourcesOf, storedSources } from './sources.ts'

const report = (reportId: string) => ({ kind: 'published', reportId, publication: `Publication ${reportId}`, asOf: '2024-03-31' }) as const
const source = fc.oneof(
  fc.record({ report: fc.constantFrom('a', 'b', 'c'), cell: fc.constantFrom('A1', 'B2'), asPublished: fc.string() }).map(({ report: id, ...place }): FieldSource => ({ ...report(id), ...place })),
  fc.record({ kind: fc.constant('entered' as const), by: fc.string(), at: fc.constant('2024-05-01T00:00:00.000Z') }),
)
const sources = fc.dictionary(fc.constantFrom('name', 'cost', 'benefits', 'endOn'), source, { noNullPrototype: true })

describe('the sources of fields', () => {
  it('law: what is stored reads as it was written', () => fc.assert(fc.property(sources, (written) => void expect(sourcesOf(storedSources(written))).toEqual(written))))
  it('law: in whatever order the fields come, the same is stored', () => fc.assert(fc.property(sources, (written) => void expect(storedSources(Object.fromEntries(Object.entries(written).toReversed()))).toEqual(storedSources(written)))))
  it('name a report once', () => {
    const stored = storedSources({ name: { ...report('a'), cell: 'A2', asPublished: 'Bridge' }, cost: { ...report('a'), cell: 'B2', asPublished: '5' } })
    expect(stored).toEqual({ reports: [{ reportId: 'a', publication: 'Publication a', asOf: '2024-03-31' }], name: { report: 0, cell: 'A2', asPublished: 'Bridge' }, cost: { report: 0, cell: 'B2', asPublished: '5' } })
  })
  it('of earlier versions are whole', () => {
    const whole = { name: { ...report('a'), cell: 'A2', asPublished: 'Bridge' } }
    expect([sourcesOf(whole), sourcesOf(null), storedSources({})]).toEqual([whole, {}, {}])
  })
})
