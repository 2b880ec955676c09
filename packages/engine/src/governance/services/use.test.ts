import { describe, expect, it } from 'vitest'
import { serviceUse, type DeliveredRequest, type UseLevel } from './index.ts'

const asked = { asker: 'a', owner: 'o', performer: 'p' }
const delivered = (...uses: readonly (UseLevel | null)[]): readonly DeliveredRequest[] => uses.map((use) => ({ class: 'non_mandated', use, hands: asked }))
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
    const all = serviceUse([...delivered(null), { class: 'mandated_assurance', use: 'none', hands: asked }])
    expect(all.map(({ class: of, useful: { metric } }) => [of, metric.status === 'ok' ? metric.value : metric.status])).toEqual([['mandated_compliance', 'undefined'], ['mandated_assurance', 0], ['non_mandated', 'undefined']])
  })
  it('hears nobody on their own work: of three that were of much use one was for its owner and one for its performer, and 1 of 1 is told', () => {
    const own = ['a', 'o', 'p'].map((asker): DeliveredRequest => ({ class: 'non_mandated', use: 'much', hands: { ...asked, asker } }))
    expect(free(own)).toMatchObject({ delivered: 1, told: { much: 1 }, silent: 0, useful: { metric: { status: 'ok', value: 1 } } })
  })
})
