import { describe, expect, it } from 'vitest'
import { serviceUse, type DeliveredRequest, type UseLevel } from './index.ts'

const delivered = (...uses: readonly (UseLevel | null)[]): readonly DeliveredRequest[] => uses.map((use) => ({ class: 'non_mandated', use }))
const free = (all: readonly DeliveredRequest[]) => serviceUse(all).find((one) => one.class === 'non_mandated')

describe('what services were worth to those who asked', () => {
  it('is the share of those who said, and who said nothing counts for neither side', () => {
    expect(free(delivered('much', 'some', 'none', 'much', null, null))).toMatchObject({ delivered: 6, told: { none: 1, some: 1, much: 2 }, silent: 2, useful: { metric: { status: 'ok', value: 0.75 } } })
  })
  it('carries how sure it is: 3 of 4 may be 30 to 95 per cent', () => {
    const [, , , , sure] = free(delivered('much', 'some', 'none', 'much'))?.useful.why.terms ?? []
    expect(sure).toMatchObject({ term: 'How sure, at 95 %', figure: { status: 'ok', value: { text: '30.1 % to 95.4 %' } } })
  })
  it('is undefined where nobody has said, and each class stands by itself', () => {
    const all = serviceUse([...delivered(null), { class: 'mandated_assurance', use: 'none' }])
    expect(all.map(({ class: of, useful: { metric } }) => [of, metric.status === 'ok' ? metric.value : metric.status])).toEqual([['mandated_compliance', 'undefined'], ['mandated_assurance', 0], ['non_mandated', 'undefined']])
  })
})
