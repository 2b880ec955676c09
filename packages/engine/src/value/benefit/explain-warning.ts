import { known, numberFigure, textFigure, type Explanation } from '../../kernel/index.ts'
import { limitsOf } from '../../strategy/index.ts'
import { amountFigure } from '../ledger/explain.ts'
import type { UnitOfAccount } from '../ledger/account.ts'
import type { ClaimCircumstances, Warning } from './warnings.ts'

/** What each warning says, and what whoever keeps the benefits can do about it. */
export const warningWords: Readonly<Record<Warning, { readonly title: string; readonly todo: string }>> = {
  regression_to_the_mean: { title: 'The baseline may fall back by itself', todo: 'Rest the baseline on six points or more within their own limits, or measure against a comparison group.' },
  avoided_cost_as_cash: { title: 'Avoided cost counted as cash', todo: 'Count it as not cash, or name the budget line that was lowered for it and bank it there.' },
  one_period_as_run_rate: { title: 'One period called a run-rate', todo: 'Wait for a second period, or call it what came in one.' },
  exchange_gain: { title: 'A part comes from exchange rates', todo: 'Claim it at the rates of the plan: what the rates brought is nobody’s saving.' },
  price_basis_differs: { title: 'Another price base than the measure’s', todo: 'Bring claim and measure to one price base before they are compared.' },
  moved_elsewhere: { title: 'The account above shows none of it', todo: 'Look where the cost went: a unit that saves while the organisation does not has moved it.' },
  avoided_loss_without_probability: { title: 'An avoided loss nobody gave a chance beforehand', todo: 'Record the probability before the event next time; leave this out of verified value until somebody can show it.' },
  disbenefit_not_measured: { title: 'A disbenefit that nobody measured', todo: 'Measure it in the same period: what got worse belongs beside what got better.' },
  objective_retired: { title: 'Its objective is no longer in the strategy', todo: 'It stays value. Link the measure to an objective in force, or stop counting it as strategic.' },
}

/** What is claimed, and the names that the figures of a warning need. */
export type Warned = { readonly benefit: string; readonly amount: bigint; readonly unit: UnitOfAccount; readonly organisationUnit?: UnitOfAccount; readonly objective?: string; readonly measure?: string }

/** Why a claim is flagged: the warning with the figures that it rests on (claim-warning). */
export function explainWarning(warning: Warning, claim: ClaimCircumstances, { benefit, amount, unit, organisationUnit = unit, objective = '', measure = '' }: Warned): Explanation {
  const text = (term: string, words: string): Explanation => ({ term, figure: known(textFigure(words)) })
  const terms = (): readonly Explanation[] => {
    switch (warning) {
      case 'regression_to_the_mean': return baselineTerms(claim)
      case 'avoided_cost_as_cash': return [text('Counted as', 'cash'), text('Said to be', 'an avoided cost')]
      case 'one_period_as_run_rate': return [{ term: 'Periods in which it was claimed', figure: known(numberFigure(claim.periodsSeen)) }]
      case 'exchange_gain': return [{ term: 'Of it from exchange rates', figure: known(amountFigure(claim.exchangePart, unit)) }]
      case 'price_basis_differs': return [text('Claimed at prices', claim.priceBasis), text('Measured at prices', claim.measurePriceBasis)]
      case 'moved_elsewhere': return [{ term: 'What the account above moved', figure: known(amountFigure(claim.organisationMovement ?? 0n, organisationUnit)) }]
      case 'avoided_loss_without_probability': return [text('Probability recorded before', 'none')]
      case 'disbenefit_not_measured': return claim.disbenefitsWithoutMeasurement.map((name) => text('Promised to get worse, not measured', name))
      case 'objective_retired': return [text('Measure', measure), text('Objective', objective)]
    }
  }
  return { term: `Claimed for ${benefit}`, figure: known(amountFigure(amount, unit)), formula: 'claim-warning', note: `${warningWords[warning].title}. ${warningWords[warning].todo}`, terms: terms() }
}

/** The baseline beside the limits of what was measured before it, or how few points there are. */
function baselineTerms({ baseline, history }: ClaimCircumstances): readonly Explanation[] {
  const own = history.lastIndexOf(baseline ?? Number.NaN)
  const limits = limitsOf(history.filter((_, at) => at !== own), false)
  return [
    { term: 'Baseline', figure: known(numberFigure(baseline ?? 0)) },
    { term: 'Points up to it', figure: known(numberFigure(history.length)) },
    ...(history.length < 6 || limits.status !== 'ok' ? [] : [{ term: 'Usual until then, at least', figure: known(numberFigure(limits.value.lower)) }, { term: 'Usual until then, at most', figure: known(numberFigure(limits.value.upper)) }]),
  ]
}
