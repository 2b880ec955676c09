import type { CivilDate } from '../../kernel/index.ts'
import { strategiesOf, type ContingencyFacts, type IssueFacts, type RiskFacts } from './risk.ts'

/** What contradicts itself in a register, and where: what was found and what would have been taken. */
export type RegisterFault = { readonly field: string; readonly found: string; readonly expected: string }

type Check = readonly [field: string, wrong: boolean, found: () => string, expected: string]
const faultsIn = (checks: readonly Check[]): readonly RegisterFault[] => checks.flatMap(([field, wrong, found, expected]) => (wrong ? [{ field, found: found(), expected }] : []))
const ahead = (on: CivilDate | null, today: CivilDate): boolean => on !== null && on > today
const before = (on: CivilDate | null, other: CivilDate | null): boolean => on !== null && other !== null && on < other
const outside = (share: number | null): boolean => share !== null && !(share > 0 && share < 1)

/** Everything in a risk that contradicts itself (F-RSK-1: what is certain is an issue or a cost, and no risk). Amounts are never told. */
export function riskFaults(risk: Omit<RiskFacts, 'id'>, today: CivilDate): readonly RegisterFault[] {
  const { kind, probability, impactLowMinor: low, impactMinor: likely, impactHighMinor: high, impactDays, strategy, costMinor, doneOn, residualProbability, residualMinor, identifiedOn, state, overOn, overReason } = risk
  return faultsIn([
    ['probability', outside(probability), () => String(probability), 'more than 0 and less than 1, or nothing where it is not estimated: what is certain is an issue, what cannot come is no risk'],
    ['residualProbability', outside(residualProbability), () => String(residualProbability), 'more than 0 and less than 1, or nothing where it is not estimated'],
    ['impactMinor', likely === null && (low !== null || high !== null), () => 'an end of a range alone', 'the most likely amount beside the range'],
    ['impactLowMinor', likely !== null && low !== null && low > likely, () => 'a lowest amount above the most likely one', 'the lowest amount, the most likely one, the highest one, in this order'],
    ['impactHighMinor', likely !== null && high !== null && high < likely, () => 'a highest amount below the most likely one', 'the lowest amount, the most likely one, the highest one, in this order'],
    ...([['impactLowMinor', low], ['impactMinor', likely], ['impactHighMinor', high], ['costMinor', costMinor], ['residualMinor', residualMinor]] as const).map(([field, amount]): Check => [field, amount !== null && amount < 0n, () => 'an amount below 0', 'an amount from 0 on: that it helps is said by the kind']),
    ['impactDays', impactDays !== null && impactDays < 0, () => `${String(impactDays)} days`, 'days from 0 on: that it helps is said by the kind'],
    ['strategy', strategy !== null && !(strategiesOf[kind] as readonly string[]).includes(strategy), () => `${String(strategy)} for ${kind === 'threat' ? 'a threat' : 'an opportunity'}`, strategiesOf[kind].join(', ')],
    ['doneOn', ahead(doneOn, today), () => String(doneOn), `a day until ${today}`],
    ['doneOn', doneOn !== null && strategy === null, () => `done on ${String(doneOn)} without a response`, 'the response that was done'],
    ['identifiedOn', identifiedOn > today, () => identifiedOn, `a day until ${today}`],
    ['overOn', state === 'open' && overOn !== null, () => `open, and over on ${String(overOn)}`, 'a day for what has occurred or was closed alone'],
    ['overOn', state !== 'open' && overOn === null, () => `${state} without a day`, 'the day on which it occurred or was closed'],
    ['overOn', ahead(overOn, today), () => String(overOn), `a day until ${today}`],
    ['overOn', before(overOn, identifiedOn), () => `${String(overOn)}, before it was identified on ${identifiedOn}`, 'a day on which it was known'],
    ['overReason', state === 'closed' && overReason.trim() === '', () => 'closed without a reason', 'why it can come no more'],
  ])
}

/** Everything in an issue that contradicts itself. */
export function issueFaults({ openedOn, containedOn, resolvedOn }: Omit<IssueFacts, 'id'>, today: CivilDate): readonly RegisterFault[] {
  return faultsIn([
    ['openedOn', openedOn > today, () => openedOn, `a day until ${today}`],
    ['containedOn', ahead(containedOn, today), () => String(containedOn), `a day until ${today}`],
    ['containedOn', before(containedOn, openedOn), () => `${String(containedOn)}, before it was opened on ${openedOn}`, 'a day from its opening on'],
    ['resolvedOn', ahead(resolvedOn, today), () => String(resolvedOn), `a day until ${today}`],
    ['resolvedOn', before(resolvedOn, containedOn ?? openedOn), () => `${String(resolvedOn)}, before ${containedOn === null ? 'its opening' : 'it was contained'}`, 'a day after that'],
  ])
}

/** What contradicts itself in a contingency. */
export const contingencyFaults = ({ agreedMinor, agreedOn }: ContingencyFacts, today: CivilDate): readonly RegisterFault[] =>
  faultsIn([['agreedMinor', agreedMinor < 0n, () => 'an amount below 0', 'an amount from 0 on'], ['agreedOn', agreedOn > today, () => agreedOn, `a day until ${today}`]])

/** Faults as one sentence each, for a refusal. */
export const faultsSaid = (faults: readonly RegisterFault[]): string => faults.map(({ field, found, expected }) => `${field} is ${found}; expected ${expected}`).join('. ')
