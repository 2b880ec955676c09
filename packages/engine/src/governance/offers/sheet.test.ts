import { describe, expect, it } from 'vitest'
import { known, money, undefinedBecause, type Explained, type Money } from '../../kernel/index.ts'
import { deliveryRisk, offerSheet, type OutsideFacts } from './sheet.ts'

const zero = money(0n, 'EUR')
const outside = (id: string, more: Partial<OutsideFacts> = {}): OutsideFacts => ({ id, name: id, goalIds: ['dry'], risk: 'in_doubt', value: known(money(100n, 'EUR')), helped: false, ...more })
const sheet = (...all: readonly OutsideFacts[]) => offerSheet({ name: 'Roads', goalIds: ['dry', 'safe'], outside: all, zero })
const minor = ({ metric }: Explained<Money>): bigint | undefined => (metric.status === 'ok' ? metric.value.minor : undefined)

describe('offer-coverage', () => {
  it('tells the share of what is at risk for which there is an offer; what is likely counts on neither side', () => {
    const { atRisk, covered, coverage, lack, risks } = sheet(outside('Meadows', { helped: true }), outside('Dam', { risk: 'not_rated', value: known(money(300n, 'EUR')) }), outside('Bridge', { goalIds: ['safe'], risk: 'likely', helped: true }))
    // 100 of 100 + 300; the bridge is likely to come.
    expect([minor(atRisk), minor(covered), coverage.metric, lack]).toEqual([400n, 100n, known(0.25), 'part'])
    expect([...risks]).toEqual([['dry', 'in_doubt'], ['safe', 'likely']])
  })
  it('reports an empty sheet as a lack of offer, and only where something is at risk', () => {
    expect(sheet(outside('Meadows')).lack).toBe('no_offer')
    expect(sheet(outside('Meadows', { helped: true })).lack).toBe('none')
    expect(sheet(outside('Bridge', { risk: 'likely' })).lack).toBe('nothing_at_risk')
    expect([sheet().lack, sheet().coverage.metric, sheet().risks.get('dry')]).toEqual(['nothing_at_risk', undefinedBecause('DIV_BY_ZERO'), null])
  })
  it('has no share where no figure was published, and says nothing is covered where only what has none is helped', () => {
    const unpublished = outside('Meadows', { value: undefinedBecause('NOT_PUBLISHED'), helped: true })
    expect(sheet(unpublished).coverage.metric).toEqual(undefinedBecause('NOT_PUBLISHED'))
    expect(sheet(unpublished, outside('Dam')).coverage.metric).toEqual(known(0))
  })
  it('takes amber and worse as in doubt, and what was not rated as neither', () => {
    expect((['green', 'amber_green', 'amber', 'amber_red', 'red', null] as const).map(deliveryRisk)).toEqual(['likely', 'likely', 'in_doubt', 'in_doubt', 'in_doubt', 'not_rated'])
  })
})
