import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountKey, allocate, balanceAt, contract, coursesOf, emptyBook, keepingCloses, knownAt, postTo, promiseKeeping, reconcile, replay, viewOf, type Account, type AccountCode, type Act, type Book, type Entry } from './index.ts'
import { randomActs } from './testing/random-acts.ts'
import { SlowLedger } from './testing/slow-ledger.ts'
import { smallWorld } from './testing/small-world.ts'

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

  test('the three sums of promise-keeping hold', () => {
    fc.assert(fc.property(randomActs(40), (acts) => {
      for (const unit of ['EUR.cash', 'hour']) expect(keepingCloses(promiseKeeping(lastOf(acts), { unit }))).toBe(true)
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

test('accounts that differ in anything have different keys', () => {
  const account: Account = { code: 'X20', unit: 'EUR.cash', periodId: '1', benefitId: 'b', initiativeId: 'i', cause: 'approved_unmet' }
  const keys = [account, { ...account, cause: 'delivered_unmet' as const }, { ...account, periodId: '2' }, { ...account, unit: 'EUR.noncash' }, { ...account, benefitId: 'c' }].map(accountKey)
  expect(new Set(keys).size).toBe(keys.length)
})
