import { known, money, moneyFigure, notApplicable, numberFigure } from '../kernel/index.ts'
import type { Explanation } from '../kernel/index.ts'
import { frameOf, nameOf } from './frame.ts'
import type { SelectionInput } from './input.ts'
import type { Selection } from './result.ts'

const FORMULA = 'portfolio-selection'
const MOST_TERMS = 20

/** Why the portfolio is worth what it is: candidates from the largest effect down, then how far it is from the best possible. */
export function explainValue(input: SelectionInput, selection: Selection): Explanation {
  const amount = (minor: number): Explanation['figure'] => known(moneyFigure(money(BigInt(minor), input.currency)))
  const bound: Explanation = {
    term: 'No plan is worth more than',
    figure: amount(selection.bound),
    source: { kind: 'derived', rule: selection.proved ? 'branch and bound, closed' : 'branch and bound, not closed within the effort' },
  }
  const ranking: Explanation = {
    term: 'Ranking by value over cost would give',
    figure: selection.ranking.value === null ? notApplicable : amount(selection.ranking.value),
    source: { kind: 'derived', rule: 'down the list by value over cost, taking what still fits' },
  }
  return {
    term: 'Value of the portfolio',
    figure: amount(selection.value),
    formula: FORMULA,
    source: { kind: 'derived', rule: 'sum of the values of the chosen candidates' },
    ...parts(input, selection, (candidate) => candidate.value, [bound, ranking]),
  }
}

/** What the portfolio costs, candidate by candidate. */
export function explainCost(input: SelectionInput, selection: Selection): Explanation {
  const count: Explanation = { term: 'Candidates chosen', figure: known(numberFigure(selection.chosen.length)) }
  return {
    term: 'Cost of the portfolio',
    figure: known(moneyFigure(money(BigInt(selection.cost), input.currency))),
    formula: FORMULA,
    source: { kind: 'derived', rule: 'sum of the costs of the chosen candidates' },
    ...parts(input, selection, (candidate) => candidate.cost, [count]),
  }
}

function parts(input: SelectionInput, selection: Selection, amountOf: (candidate: SelectionInput['candidates'][number]) => number, more: readonly Explanation[]) {
  const frame = frameOf(input)
  const chosen = new Set(selection.chosen)
  const terms = frame.candidates
    .filter((candidate) => chosen.has(candidate.id))
    .sort((a, b) => Math.abs(amountOf(b)) - Math.abs(amountOf(a)))
    .map((candidate): Explanation => ({ term: nameOf(frame, candidate.id), figure: known(moneyFigure(money(BigInt(amountOf(candidate)), input.currency))) }))
  const omitted = Math.max(0, terms.length - MOST_TERMS)
  return { terms: [...terms.slice(0, MOST_TERMS), ...more], ...(omitted === 0 ? {} : { omitted }) }
}
