import type { SelectionCase } from '@throughline/contract/portfolio'
import type { Opposite, Verdict } from '@throughline/engine/portfolio'
import type { CaseWords } from './words.tsx'

/** Why a candidate is in or out, in one sentence. The engine writes every value as money, so a case that counts points is put in words here. */
export function reasonOf(verdict: Verdict, words: CaseWords, valueUnit: SelectionCase['valueUnit']): string {
  if (valueUnit === 'money') return verdict.reason
  const gives = `It gives ${words.value(verdict.value)} for ${words.cost(verdict.cost)}`
  const elsewhere = words.value(verdict.value - verdict.netOfPrices)
  switch (verdict.because) {
    case 'worth_its_place':
      return verdict.netOfPrices < 0 ? `${gives} and fits into what the others leave.` : `${gives}; what it uses would be worth ${elsewhere} elsewhere.`
    case 'not_worth_its_place':
      return verdict.netOfPrices > 0 ? `${gives}, but there is no room for all of it.` : `${gives}, but what it needs is worth ${elsewhere} elsewhere.`
    case 'no_value':
      return `It is out because it gives no value (${words.value(verdict.value)}).`
    case 'pinned_in':
    case 'pinned_out':
    case 'needed_by_others':
    case 'cannot_fit':
      return verdict.reason
  }
}

/** Whether the engine's sentence says already what the opposite verdict would cost. */
export function saysOpposite({ because, opposite }: Verdict, valueUnit: SelectionCase['valueUnit']): boolean {
  return valueUnit === 'money' && opposite?.kind === 'possible' && (because === 'worth_its_place' || because === 'not_worth_its_place')
}

/** What the portfolio would lose by the opposite verdict, as far as it is known. */
export function oppositeWords({ verdict, opposite }: { readonly verdict: 'in' | 'out'; readonly opposite: Opposite | null }, words: CaseWords): string {
  const act = verdict === 'in' ? 'Leaving it out' : 'Taking it in'
  if (opposite === null) return `What ${act.toLowerCase()} would cost is not worked out yet.`
  if (opposite.kind === 'impossible') return opposite.proved ? `${act} is impossible under the constraints.` : `No portfolio was found that allows ${act.toLowerCase()}.`
  if (opposite.valueLost < 0) return `${act} would gain ${words.value(-opposite.valueLost)}: a pin keeps it from that.`
  if (!opposite.proved) return `${act} would lose at most ${words.value(opposite.valueLost)}.`
  return opposite.valueLost === 0 ? `${act} would lose nothing: another portfolio is worth the same.` : `${act} would lose ${words.value(opposite.valueLost)}.`
}
