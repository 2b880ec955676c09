import fc from 'fast-check'
import type { Act, Line } from '../index.ts'
import { moving } from './small-world.ts'

/** An act before it has a place in the order: its id and instant follow from that. */
export type Intent = (place: number) => Act

const period = fc.constantFrom('1', '1', '2', '2', '3')
const past = fc.constantFrom('1', '1', '2')
const benefit = fc.constantFrom('p', 'p', 'q1', 'q2', 'hours', 'harm')
const amount = fc.bigInt({ min: -20n, max: 120n })
const small = fc.bigInt({ min: -10n, max: 60n })
const reason = fc.constantFrom('Because', 'Because', 'Because', undefined)
const pad = (place: number): string => String(place).padStart(4, '0')
const doing = (place: number, by = 'clerk') => ({ id: `e${pad(place)}`, recordedAt: `2026-03-15T00:00:00.${pad(place)}Z`, by })
const lines = fc.uniqueArray(fc.record({ periodId: period, amount }), { minLength: 1, maxLength: 2, selector: ({ periodId }: Line) => periodId })

const plans = fc.oneof(
  fc.record({ benefit, lines }).map(({ benefit: benefitId, lines: each }): Intent => (place) => ({ ...doing(place), kind: 'promise', benefitId, lines: each })),
  fc.record({ benefit, lines, declined: fc.bigInt({ min: 0n, max: 20n }) }).map(({ benefit: benefitId, lines: each, declined }): Intent => (place) => ({ ...doing(place), kind: 'approve', benefitId, lines: each.map((line) => ({ ...line, declined })) })),
  fc.record({ benefit, lines }).map(({ benefit: benefitId, lines: each }): Intent => (place) => ({ ...doing(place), kind: 'deliver', evidence: 'Acceptance', benefitId, lines: each })),
  fc.record({ benefit, lines, reason }).map(({ benefit: benefitId, lines: each, reason: why }): Intent => (place) => ({ ...doing(place), kind: 'forecast', benefitId, lines: each, reason: why })),
  fc.record({ benefit, from: period, to: period, amount: small, reason }).map(({ benefit: benefitId, from, to, amount: much, reason: why }): Intent => (place) => ({ ...doing(place), kind: 'transfer', benefitId, fromPeriodId: from, toPeriodId: to, amount: much, reason: why })),
  fc.record({ benefit, lines, from: fc.constantFrom('A10', 'A20', 'A30') }).map(({ benefit: benefitId, lines: each, from }): Intent => (place) => ({ ...doing(place), kind: 'write_off', benefitId, from: from as 'A10', decision: 'Stopped', lines: each })),
)

/** What usually happened before: each benefit promised, approved and delivered, each measure measured; now and then one of these is missing. */
const usual: readonly Intent[] = ['1', '2'].flatMap((periodId) => [
  ...['p', 'q1', 'q2', 'hours', 'harm'].flatMap((benefitId): readonly Intent[] => {
    const sign = benefitId === 'harm' ? -1n : 1n
    return [
      (place) => ({ ...doing(place), kind: 'promise', benefitId, lines: [{ periodId, amount: sign * 100n }] }),
      (place) => ({ ...doing(place), kind: 'approve', benefitId, lines: [{ periodId, amount: sign * 80n, declined: sign * 15n }] }),
      (place) => ({ ...doing(place), kind: 'deliver', evidence: 'Acceptance', benefitId, lines: [{ periodId, amount: sign * 60n }] }),
    ]
  }),
  ...([['m1', 170n], ['m2', 90n], ['root', 200n], ['h', 120n]] as const).map(([measureId, units]): Intent => (place) => ({ ...doing(place), kind: 'measure', measureId, periodId, measurement: moving(units) })),
  ...(['p', 'hours'] as const).flatMap((benefitId): readonly Intent[] => [
    (place) => ({ ...doing(place), kind: 'realise', benefitId, periodId, amount: 40n }),
    (place) => ({ ...doing(place, 'auditor'), kind: 'verify', benefitId, periodId, amount: 30n, sample: 'All' }),
  ]),
])
const before = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: usual.length, maxLength: usual.length }).map((chances) => usual.filter((_, at) => (chances[at] ?? 0) < 88))

const claims = fc.record({
  benefit, period: past, amount, adjusts: fc.boolean(), upToCap: fc.boolean(), early: fc.boolean(), evidenceLevel: fc.constantFrom(2, 3, 4),
  offset: fc.option(fc.record({ benefitId: benefit, amount: fc.bigInt({ min: 0n, max: 40n }), evidenceLevel: fc.constantFrom(2, 3, 5) }), { freq: 4 }),
}).map(({ benefit: benefitId, period: periodId, early, offset, ...rest }): Intent => (place) => ({ ...doing(place), kind: 'realise', benefitId, periodId, ...rest, ...(early ? { earlyEvidence: 'Seen' } : {}), ...(offset ? { offset } : {}) }))

const facts = fc.oneof(
  fc.record({ measureId: fc.constantFrom('m1', 'm2', 'root', 'root', 'h'), period: past, units: fc.bigInt({ min: -60n, max: 250n }), adjusts: fc.boolean() }).map(({ measureId, period: periodId, units, adjusts }): Intent => (place) => ({ ...doing(place), kind: 'measure', measureId, periodId, adjusts, measurement: moving(units) })),
  claims, claims,
  fc.record({ benefit, period: past, amount: small, by: fc.constantFrom('auditor', 'auditor', 'board', 'team-P'), adjusts: fc.boolean() }).map(({ benefit: benefitId, period: periodId, amount: much, by, adjusts }): Intent => (place) => ({ ...doing(place, by), kind: 'verify', benefitId, periodId, amount: much, sample: 'Ten of a hundred', adjusts })),
  fc.record({ benefit, period: past, amount: small, reason, adjusts: fc.boolean() }).map(({ benefit: benefitId, period: periodId, amount: much, reason: why, adjusts }): Intent => (place) => ({ ...doing(place), kind: 'disallow', benefitId, periodId, amount: much, reason: why, adjusts })),
  fc.record({ benefit, period: past, amount: small, adjusts: fc.boolean() }).map(({ benefit: benefitId, period: periodId, amount: much, adjusts }): Intent => (place) => ({ ...doing(place), kind: 'bank', benefitId, periodId, approvedBy: 'finance', adjusts, lines: [{ budgetLineId: 'line', amount: much }] })),
  fc.record({ period: past, amount: small, cash: small, adjusts: fc.boolean() }).map(({ period: periodId, amount: much, cash, adjusts }): Intent => (place) => ({ ...doing(place), kind: 'convert', benefitId: 'hours', periodId, amount: much, adjusts, into: { benefitId: 'p', periodId, amount: cash, earlyEvidence: 'Posts gone' } })),
)

const ends = fc.oneof(
  { weight: 5, arbitrary: fc.record({ of: fc.nat({ max: 79 }), reason }).map(({ of, reason: why }): Intent => (place) => ({ ...doing(place), kind: 'reverse', entryId: `e${pad(of % Math.max(place, 1))}`, reason: why })) },
  { weight: 1, arbitrary: past.map((periodId): Intent => (place) => ({ ...doing(place), kind: 'soft_close', periodId })) },
  { weight: 1, arbitrary: fc.record({ period: past, open: fc.constantFrom([], [], ['Actuals approved']) }).map(({ period: periodId, open }): Intent => (place) => ({ ...doing(place), kind: 'close', periodId, open })) },
)

/** Sequences of acts, sensible and senseless, in the small world, after what usually happened. */
export const randomActs = (maxLength: number): fc.Arbitrary<readonly Act[]> =>
  fc.tuple(before, fc.array(fc.oneof({ weight: 3, arbitrary: plans }, { weight: 8, arbitrary: facts }, { weight: 1, arbitrary: ends }), { minLength: 10, maxLength })).map((parts) => parts.flat().map((intent, place) => intent(place)))
