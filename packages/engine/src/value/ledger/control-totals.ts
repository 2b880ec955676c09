import { known, type Explanation } from '../../kernel/index.ts'
import type { AccountCode, UnitOfAccount } from './account.ts'
import type { Book } from './book.ts'
import { amountFigure } from './explain.ts'

/** What stands on which accounts of a period, in the order in which it is shown. */
export const controlTotalKeys = ['movement', 'realised', 'verified', 'banked', 'unattributed', 'left', 'open', 'shortfall'] as const
export type ControlTotalKey = (typeof controlTotalKeys)[number]
export type ControlTotals = { readonly unit: UnitOfAccount; readonly amounts: Readonly<Record<ControlTotalKey, bigint>>; readonly why: Readonly<Record<ControlTotalKey, Explanation>> }

const under: Readonly<Record<ControlTotalKey, { readonly term: string; readonly codes: readonly AccountCode[]; readonly note: string }>> = {
  movement: { term: 'Measured', codes: ['S20'], note: 'All that the measures moved in the period: the contra account S20 with its sign turned' },
  realised: { term: 'Realised', codes: ['R10', 'R20', 'R30', 'C20'], note: 'Claimed of what was measured, whether or not somebody has looked at it' },
  verified: { term: 'Verified', codes: ['R20', 'R30'], note: 'Somebody independent has looked at the evidence' },
  banked: { term: 'Banked', codes: ['R30'], note: 'A budget line was lowered for it' },
  unattributed: { term: 'Unattributed', codes: ['M20'], note: 'Nobody’s when the period was closed: luck, or a cause that nobody has found' },
  left: { term: 'Left to claim', codes: ['M10'], note: 'Measured, and not drawn so far; a close sweeps it' },
  open: { term: 'Promised and open', codes: ['A20', 'A30'], note: 'Approved or delivered, and not realised so far; a close sweeps it' },
  shortfall: { term: 'Shortfall', codes: ['X20'], note: 'Approved or delivered, and open when the period was closed' },
}
const words: Readonly<Partial<Record<AccountCode, string>>> = { R10: 'Not verified', R20: 'Verified, not banked', R30: 'Banked', C20: 'Turned into another unit', A20: 'Approved', A30: 'Delivered' }

/** Control totals of a book of one period, unit by unit in the order of their names, each with the accounts that it is the sum of (control-totals). */
export function controlTotals({ balances }: Pick<Book, 'balances'>): readonly ControlTotals[] {
  const all = [...balances.values()]
  return [...new Set(all.map(({ account }) => account.unit))].sort().map((unit) => {
    const on = (code: AccountCode): bigint => all.reduce((sum, { account, amount }) => (account.unit === unit && account.code === code ? sum + amount : sum), 0n)
    const amountOf = (key: ControlTotalKey): bigint => (key === 'movement' ? -1n : 1n) * under[key].codes.reduce((sum, code) => sum + on(code), 0n)
    const each = <T>(of: (key: ControlTotalKey) => T) => Object.fromEntries(controlTotalKeys.map((key) => [key, of(key)])) as Record<ControlTotalKey, T>
    const whyOf = (key: ControlTotalKey): Explanation => {
      const { term, codes, note } = under[key]
      const parts = codes.length < 2 ? [] : codes.map((code): Explanation => ({ term: `${words[code] ?? code} (${code})`, figure: known(amountFigure(on(code), unit)) }))
      return { term, figure: known(amountFigure(amountOf(key), unit)), formula: 'control-totals', note, ...(parts.length > 0 ? { terms: parts } : {}) }
    }
    return { unit, amounts: each(amountOf), why: each(whyOf) }
  })
}
