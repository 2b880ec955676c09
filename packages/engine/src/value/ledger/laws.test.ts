import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountKey, allocate, balanceAt, contract, coursesOf, emptyBook, keepingCloses, knownAt, opened, postEach, postTo, promiseKeeping, reconcile, replay, viewOf, type Account, type AccountCode, type Act, type Book, type Entry, type Line } from './index.ts'
import { SlowLedger } from './testing/slow-ledger.ts'
import { moving, smallWorld } from './testing/small-world.ts'

/** An act before it has a place in the order: its id and instant follow from that. */
type Intent = (place: number) => Act

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
const randomActs = (maxLength: number): fc.Arbitrary<readonly Act[]> =>
  fc.tuple(before, fc.array(fc.oneof({ weight: 3, arbitrary: plans }, { weight: 8, arbitrary: facts }, { weight: 1, arbitrary: ends }), { minLength: 10, maxLength })).map((parts) => parts.flat().map((intent, place) => intent(place)))

const runs = { numRuns: 60 }

/** Every book on the way, and what was refused. */
function play(acts: readonly Act[]): { readonly books: readonly Book[]; readonly refused: readonly string[] } {
  const books: Book[] = [emptyBook]
  const refused: string[] = []
  for (const act of acts) {
    const next = postTo(books.at(-1) ?? emptyBook, smallWorld, act)
    if (next.ok) books.push(next.value)
    else refused.push(next.refusal.code)
  }
  return { books, refused }
}
const lastOf = (acts: readonly Act[]): Book => play(acts).books.at(-1) ?? emptyBook

function sums(book: Book, keep: (account: Account) => boolean): (...codes: readonly AccountCode[]) => bigint {
  const kept = [...book.balances.values()].filter(({ account }) => keep(account))
  return (...codes) => kept.reduce((sum, { account, amount }) => (codes.includes(account.code) ? sum + amount : sum), 0n)
}
const unitsOf = (book: Book): readonly string[] => [...new Set([...book.balances.values()].map(({ account }) => account.unit))]
const figures = (book: Book): Readonly<Record<string, bigint>> => Object.fromEntries([...book.balances].filter(([, { amount }]) => amount !== 0n).map(([key, { amount }]) => [key, amount] as const).sort())

describe('under random acts, after every entry', () => {
  test('the second, slow ledger allows the same acts and has the same heaps', () => {
    fc.assert(fc.property(randomActs(40), (acts) => {
      const slow = new SlowLedger(smallWorld)
      let book = emptyBook
      for (const act of acts) {
        const next = postTo(book, smallWorld, act)
        const said = slow.attempt(act)
        expect({ act: act.kind, allowed: next.ok, because: next.ok ? '' : next.refusal.code }).toEqual({ act: act.kind, allowed: said, because: said ? '' : expect.any(String) })
        if (next.ok) book = next.value
        compare(book, slow)
      }
    }), runs)
  })

  test('I1 each entry sums to zero in each unit', () => {
    fc.assert(fc.property(randomActs(40), (acts) => {
      for (const { postings } of lastOf(acts).entries) {
        for (const unit of new Set(postings.map(({ account }) => account.unit))) expect(postings.reduce((sum, { account, amount }) => (account.unit === unit ? sum + amount : sum), 0n)).toBe(0n)
      }
    }), runs)
  })

  test('I2 and I3: nothing promised and nothing moved is lost, in any unit', () => {
    fc.assert(fc.property(randomActs(40), (acts) => {
      for (const book of play(acts).books) {
        for (const unit of unitsOf(book)) {
          const of = sums(book, (account) => account.unit === unit)
          expect(-of('S10', 'S11')).toBe(of('A10', 'A20', 'A30', 'A90', 'X10', 'X20', 'X30', 'C10'))
          expect(-of('S20')).toBe(of('M10', 'M20', 'M30', 'R10', 'R20', 'R30', 'C20'))
        }
      }
    }), runs)
  })

  test('I4 what is fulfilled is what is claimed, for each benefit and period', () => {
    fc.assert(fc.property(randomActs(40), (acts) => {
      for (const book of play(acts).books) {
        for (const benefitId of smallWorld.benefits.keys()) {
          for (const periodId of smallWorld.periods.keys()) {
            const of = sums(book, (account) => account.benefitId === benefitId && account.periodId === periodId)
            expect(of('A90')).toBe(of('R10', 'R20', 'R30'))
          }
        }
      }
    }), runs)
  })

  test('I5 a closed period has nothing open, at no instant', () => {
    fc.assert(fc.property(randomActs(40), (acts) => {
      for (const book of play(acts).books) {
        for (const [periodId, state] of book.states) {
          if (state === 'closed') expect(viewOf(book).openIn(periodId)).toEqual([])
        }
      }
    }), runs)
  })

  test('V-1 no pool is overdrawn: what is left, nobody’s and drawn below never changes its side', () => {
    fc.assert(fc.property(randomActs(40), (acts) => {
      for (const book of play(acts).books) {
        for (const { movement, left, unattributed } of reconcile(book)) {
          const moved = movement.status === 'ok' ? movement.value : 0n
          expect(left * moved >= 0n && unattributed * moved >= 0n, `${left} left and ${unattributed} unattributed of ${moved}`).toBe(true)
        }
      }
    }), runs)
  })

  test('I6 what was known at an instant never changes, and halving finds it', () => {
    fc.assert(fc.property(randomActs(40), fc.nat(), (acts, pick) => {
      const { books } = play(acts)
      const then = books[pick % books.length] ?? emptyBook
      const instant = then.entries.at(-1)?.recordedAt ?? ''
      const { entries } = books.at(-1) ?? emptyBook
      expect(figures(knownAt(entries, instant))).toEqual(figures(then))
      const courses = coursesOf(entries)
      for (const { account, amount } of then.balances.values()) expect(balanceAt(courses, account, instant)).toBe(amount)
    }), runs)
  })

  test('I7 each pool closes: claims, drawn below, unattributed and left are the movement', () => {
    fc.assert(fc.property(randomActs(40), (acts) => {
      for (const book of play(acts).books) expect(reconcile(book).filter(({ closes }) => !closes)).toEqual([])
    }), runs)
  })

  test('I8 a replay of the entries gives the book', () => {
    fc.assert(fc.property(randomActs(40), (acts) => {
      const book = lastOf(acts)
      expect(replay(book.entries)).toEqual(book)
    }), runs)
  })

  test('I9 acts on different pools and benefits may come in any order', () => {
    fc.assert(fc.property(randomActs(40), (acts) => {
      const ofHours = (act: Act): boolean => ('benefitId' in act && act.benefitId === 'hours' && act.kind !== 'convert') || ('measureId' in act && act.measureId === 'h')
      const ofOthers = (act: Act): boolean => (('benefitId' in act && act.benefitId !== 'hours') || ('measureId' in act && act.measureId !== 'h')) && !('offset' in act && act.offset?.benefitId === 'hours')
      const [hours, others] = [acts.filter(ofHours), acts.filter(ofOthers)]
      const inOrder = (ordered: readonly Act[]) => figures(lastOf(ordered.map((act, at) => ({ ...act, recordedAt: `2026-03-15T00:00:00.${String(at).padStart(4, '0')}Z` }))))
      const mixed = acts.filter((act) => ofHours(act) || ofOthers(act))
      expect(inOrder([...hours, ...others])).toEqual(inOrder([...others, ...hours]))
      expect(inOrder(mixed)).toEqual(inOrder([...hours, ...others]))
    }), runs)
  })

  test('promise-keeping closes from what was intended to what was banked, over all periods and over some', () => {
    fc.assert(fc.property(randomActs(40), (acts) => {
      const book = lastOf(acts)
      for (const unit of ['EUR.cash', 'hour']) for (const periods of [undefined, ['1'], ['2', '3']]) {
        const keeping = promiseKeeping(book, { unit, ...(periods ? { periodIds: new Set(periods) } : {}) })
        expect(keepingCloses(keeping), JSON.stringify(keeping.steps, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).toBe(true)
      }
    }), runs)
  })
})

test('I10 allocated parts sum to the whole, to the least unit, whatever the shares', () => {
  const shares = fc.uniqueArray(fc.record({ initiativeId: fc.string({ minLength: 1, maxLength: 3 }), share: fc.bigInt({ min: 1n, max: 100_000n }) }), { maxLength: 10, selector: ({ initiativeId }) => initiativeId })
  fc.assert(fc.property(shares, fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (each, moved) => {
    const agreed = contract('2026-01-01T00:00:00Z', each)
    if (!agreed.ok) throw new Error(agreed.refusal.code)
    const { byInitiative, unattributed } = allocate(agreed.value, moved)
    expect([...byInitiative.values()].reduce((sum, part) => sum + part, unattributed)).toBe(moved)
  }))
})

test('random acts reach every kind of entry, and many a refusal', () => {
  const kinds = new Set<string>()
  const refused = new Set<string>()
  for (const acts of fc.sample(randomActs(40), { seed: 7, numRuns: 200 })) {
    const { books, refused: codes } = play(acts)
    for (const entry of books.at(-1)?.entries ?? ([] as readonly Entry[])) kinds.add(entry.kind)
    codes.forEach((code) => refused.add(code))
  }
  expect([...kinds].sort()).toEqual(['approve', 'bank', 'close', 'convert', 'deliver', 'disallow', 'forecast', 'measure', 'promise', 'realise', 'reverse', 'soft_close', 'transfer', 'verify', 'write_off'])
  expect(refused.size).toBeGreaterThan(15)
})

/** Heaps of the slow ledger against accounts: what a close swept stands under its own name there, and is only looked at differently here. */
function compare(book: Book, slow: SlowLedger): void {
  const totals = new Map<string, bigint>()
  for (const { account: { code, benefitId, poolId, periodId }, amount } of book.balances.values()) {
    for (const of of new Set([benefitId ?? '', benefitId === undefined ? (poolId ?? '') : ''])) totals.set(`${code} ${of} ${periodId}`, (totals.get(`${code} ${of} ${periodId}`) ?? 0n) + amount)
  }
  for (const benefitId of smallWorld.benefits.keys()) {
    for (const periodId of smallWorld.periods.keys()) {
      const of = (code: AccountCode): bigint => totals.get(`${code} ${benefitId} ${periodId}`) ?? 0n
      const heap = (name: string): bigint => slow.heap(name, benefitId, periodId)
      const open = slow.isClosed(periodId) ? [0n, 0n, heap('approved') + heap('delivered')] : [heap('approved'), heap('delivered'), 0n]
      const found = [of('A20'), of('A30'), of('X20'), of('A10'), of('X10'), of('X30'), of('A90'), -of('S11'), -of('S10'), of('R10'), of('R20'), of('R30'), of('C20'), of('F10')]
      expect(found).toEqual([...open, ...['promised', 'declined', 'given up', 'met', 'beyond', 'ever', 'fresh', 'checked', 'banked', 'converted', 'forecast'].map(heap)])
    }
  }
  for (const { poolId } of smallWorld.measures.values()) {
    for (const periodId of smallWorld.periods.keys()) {
      const of = (code: AccountCode): bigint => totals.get(`${code} ${poolId} ${periodId}`) ?? 0n
      const free = slow.heap('free', poolId, periodId)
      expect([-of('S20'), of('M10'), of('M20'), of('M30')]).toEqual([slow.heap('moved', poolId, periodId), ...(slow.isClosed(periodId) ? [0n, free] : [free, 0n]), slow.heap('below', poolId, 'P', periodId) + slow.heap('below', poolId, 'Q', periodId)])
    }
  }
}

describe('many claims in one act', () => {
  test('post exactly what they would one by one: the same amounts, the same refusals with the same figures', () => {
    fc.assert(fc.property(randomActs(20), fc.array(claims, { minLength: 2, maxLength: 15 }), (acts, intents) => {
      const start = lastOf(acts)
      const batch = intents.map((intent, at) => intent(acts.length + at))
      let alone = start
      const outcomes = batch.map((act) => {
        const next = postTo(alone, smallWorld, act)
        if (next.ok) alone = next.value
        return next.ok ? { ok: true, value: alone.entries.at(-1) } : next
      })
      const together = opened(start)
      expect(postEach(together, smallWorld, batch)).toEqual(outcomes)
      expect(figures(together)).toEqual(figures(alone))
    }), { numRuns: 80 })
  })

  test('take the last rest of a pool once: what the first row took, the second is refused', () => {
    // Of the 100 that m1 moved, Q may claim 30: 20 and then 20 is one too many, and 10 after it still fits.
    const [first, second, third] = [20n, 20n, 10n].map((amount, at): Act => ({ ...doing(50 + at), kind: 'realise', benefitId: 'q1', periodId: '1', amount, earlyEvidence: 'Seen' }))
    const moved = (['root', 'm1'] as const).map((measureId, at): Act => ({ ...doing(at), kind: 'measure', measureId, periodId: '1', measurement: moving(100n) }))
    const outcomes = postEach(opened(lastOf(moved)), smallWorld, [first, second, third].flatMap((act) => act ?? []))
    expect(outcomes.map((one) => (one.ok ? 'posted' : [one.refusal.code, one.refusal.values['allowed']]))).toEqual(['posted', ['cap_contract', 10n], 'posted'])
  })
})

test('accounts that differ in anything have different keys', () => {
  const account: Account = { code: 'X20', unit: 'EUR.cash', periodId: '1', benefitId: 'b', initiativeId: 'i', cause: 'approved_unmet' }
  const keys = [account, { ...account, cause: 'delivered_unmet' as const }, { ...account, periodId: '2' }, { ...account, unit: 'EUR.noncash' }, { ...account, benefitId: 'c' }].map(accountKey)
  expect(new Set(keys).size).toBe(keys.length)
})
