import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classValueStages, divideByClass, neglectedClasses, stakeholderClasses, sumOfSplit, valueByClass, wholeSplit, type ClassSplit, type DividedBenefit } from './index.ts'

const benefit = (name: string, amounts: readonly [promised: bigint, claimed: bigint, verified: bigint], split: ClassSplit | null): DividedBenefit => ({ benefit: name, promised: amounts[0], claimed: amounts[1], verified: amounts[2], split })
const unit = 'GBP.cash'
const nets = (benefits: readonly DividedBenefit[], stage: (typeof classValueStages)[number]) => Object.fromEntries(valueByClass(unit, benefits).classes.map((one) => [one.class ?? 'unsaid', one.amounts[stage].net]))

describe('value by stakeholder class', () => {
  // 100 of rent to owners; 50 of time, three fifths to customers; 20 more of noise borne by communities; 7 of which nobody has said anything.
  const rent = benefit('Rent', [100n, 80n, 60n], { owners: 1_000_000 })
  const time = benefit('Time', [50n, 50n, 0n], { customers: 600_000, employees: 400_000 })
  const noise = benefit('Noise', [-20n, -15n, -15n], { communities: 1_000_000 })
  const other = benefit('Other', [7n, 0n, 0n], null)
  const all = [rent, time, noise, other]

  it('splits what is said, and keeps what is not said apart', () => {
    expect(nets(all, 'promised')).toEqual({ owners: 100n, customers: 30n, employees: 20n, alliances: 0n, communities: -20n, unsaid: 7n })
    expect(valueByClass(unit, all).total.amounts.promised).toEqual({ gains: 157n, bears: -20n, net: 137n })
    expect(valueByClass(unit, all).classes.map(({ benefits }) => benefits)).toEqual([1, 1, 1, 0, 1, 1])
  })
  it('has no row for what nobody has said where all is said', () => expect(valueByClass(unit, [rent]).classes.at(-1)?.class).toBe('communities'))
  it('gives back a cent that does not divide: 100 over thirds is 33, 33, 34', () => {
    expect([...divideByClass(-100n, { owners: 333_333, customers: 333_333, communities: 333_334 })]).toEqual([['owners', -33n], ['customers', -33n], ['communities', -34n]])
  })
  it('explains a class by its benefits and the total by its classes', () => {
    const { classes, total } = valueByClass(unit, all)
    expect(classes[0]?.why.promised).toMatchObject({ formula: 'value-by-class', terms: [{ term: 'Rent' }] })
    expect(total.why.verified.terms?.map(({ term }) => term)).toEqual(['Owners', 'Customers', 'Employees', 'Alliances', 'Communities', 'Not said'])
  })

  it('names who is worse off, passed over, or has promises alone', () => {
    expect(neglectedClasses([valueByClass(unit, all)])).toEqual([{ kind: 'worse_off', class: 'communities', unit, stage: 'verified', net: -15n }, { kind: 'passed_over', class: 'alliances' }])
    const promised = benefit('Training', [5n, 0n, 0n], { alliances: 1_000_000 })
    expect(neglectedClasses([valueByClass(unit, all), valueByClass('hour', [promised])])?.filter((one) => one.class === 'alliances')).toEqual([{ kind: 'promised_only', class: 'alliances' }])
  })
  it('neglects nobody while nobody has said whom anything goes to', () => expect(neglectedClasses([valueByClass(unit, [other])])).toBeNull())

  const split = fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }).filter((weights) => weights.some((weight) => weight > 0)).map((weights): ClassSplit => {
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const shares = weights.map((weight) => Math.floor((weight * wholeSplit) / total))
    const first = weights.findIndex((weight) => weight > 0)
    return Object.fromEntries(stakeholderClasses.map((one, at) => [one, (shares[at] ?? 0) + (at === first ? wholeSplit - shares.reduce((sum, share) => sum + share, 0) : 0)]))
  })
  const amount = fc.bigInt({ min: -1_000_000n, max: 1_000_000n })
  const drawn = fc.array(fc.record({ benefit: fc.string(), promised: amount, claimed: amount, verified: amount, split: fc.option(split) }), { maxLength: 12 })

  it('law: classes sum to the total at each stage, and to what the benefits are', () => {
    fc.assert(fc.property(drawn, (benefits) => {
      const { classes, total } = valueByClass(unit, benefits)
      for (const stage of classValueStages) {
        const sum = (of: (amounts: { readonly gains: bigint; readonly bears: bigint; readonly net: bigint }) => bigint) => classes.reduce((all, { amounts }) => all + of(amounts[stage]), 0n)
        expect([sum(({ gains }) => gains), sum(({ bears }) => bears), sum(({ net }) => net)]).toEqual([total.amounts[stage].gains, total.amounts[stage].bears, total.amounts[stage].net])
        expect(total.amounts[stage].net).toBe(benefits.reduce((all, one) => all + one[stage], 0n))
      }
    }))
  })
  it('law: the order of benefits changes nothing, and a split moves only between classes', () => {
    fc.assert(fc.property(drawn, split, (benefits, another) => {
      expect(sumOfSplit(another)).toBe(wholeSplit)
      expect(nets(benefits.toReversed(), 'claimed')).toEqual(nets(benefits, 'claimed'))
      const moved = benefits.map((one) => ({ ...one, split: another }))
      expect(valueByClass(unit, moved).total.amounts).toEqual(valueByClass(unit, benefits).total.amounts)
    }))
  })
})
