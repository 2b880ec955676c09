import type { LedgerCode } from '@throughline/engine/value'
import type { ProblemKind, Refusal } from '../../wire/index.ts'

export type LedgerRefusal = Refusal<LedgerCode | 'claims_refused' | 'claim_moved' | 'period_taken' | 'benefit_kept' | 'measure_registered' | 'kept_in_ledger' | 'evidence_file_unknown'>

const wrong = (title: string, words: string): ProblemKind => ({ status: 422, title, words, exit: 65 })
const against = (title: string, words: string): ProblemKind => ({ status: 409, title, words, exit: 73 })

/** Each refusal of the value ledger (docs/specs/value-ledger.md), named after the rule that was broken, with the figures involved. */
export const ledgerProblems = {
  benefit_unknown: wrong('No such benefit', 'The ledger knows no benefit {benefit}.'),
  measure_unknown: wrong('No such measure', 'The ledger knows no measure {measure}. Register it with its unit first.'),
  period_unknown: wrong('No such value period', 'There is no value period {period}.'),
  entry_unknown: wrong('No such entry', 'The ledger has no entry {entry}.'),
  amount_wrong: wrong('The amount cannot be', 'Found {amount}; expected {expected}.'),
  profile_incomplete: wrong('The benefit is not complete', '{benefit} cannot be promised yet: it lacks {missing}.'),
  period_closed: against('The period is closed', '{period} is closed. What is still to be posted in it is a prior-period adjustment, and has to say so.'),
  period_soft_closed: against('Plans of the period are over', '{period} is soft-closed: nothing is promised, approved, delivered, moved or written off in it any more.'),
  period_in_future: wrong('The period is not over', '{period} ends on {endsOn}, and today is {today}: what it brings cannot be known yet.'),
  unit_differs: wrong('The units differ', '{benefit} is counted in {found}; expected {expected}.'),
  cash_class_differs: wrong('The classes of cash differ', '{benefit} is counted in {found}, its measure in {expected}. Cash and what is not cash are two units.'),
  actual_missing: wrong('V-16: nothing was measured', '{measure} has no approved actual in {period}. What is missing is not zero, and nothing can be claimed from it.'),
  actual_not_approved: wrong('V-16: the actual is not approved', 'The actual of {measure} in {period} is {state}. Approve it, then measure.'),
  chain_counted_twice: wrong('V-11: counted once already', '{benefit} lies on one path with {other}: at most one of them is counted in money.'),
  assist_without_share: wrong('V-12: an assist has no claim of its own', '{initiative} assists, and the contract on {measure} gives it no share.'),
  acceptance_missing: wrong('V-3: delivered without acceptance', 'Say in the evidence who accepted what delivers {benefit}.'),
  not_delivered: wrong('V-3: not delivered yet', 'Nothing is delivered for {benefit} in {period}. Value that comes early needs evidence of its own.'),
  counterfactual_missing: wrong('V-4: no counterfactual', 'Nobody has registered how {measure} would have gone without the initiatives.'),
  registered_after_actual: wrong('V-4: registered after the actual was known', 'For {measure}, {late} was registered after the actual was known on {actualKnownAt}. It can be posted as after the fact, with a grade of D.'),
  counterfactual_differs: wrong('V-4: another counterfactual than registered', '{measure} is registered with the counterfactual {registered}; found {found}.'),
  evidence_too_weak: wrong('V-5: the evidence is too weak', 'An offset needs evidence of level {expected} on both sides; found {found}.'),
  adoption_unnamed: wrong('V-7: nobody is named who has to change', 'Say who has to change for {benefit} to flow before it is delivered.'),
  adoption_missing: wrong('V-7: no figure of adoption', 'How far people have changed for {benefit} in {period} was not recorded.'),
  adoption_short: wrong('V-7: more than adoption carries', '{benefit} in {period}: asked {asked}, allowed {allowed}, since {reached} of the planned {planned} is adopted.'),
  method_missing: wrong('V-8: no way of attribution', 'Nobody has agreed how the movement of {measure} is shared.'),
  shares_above_one: wrong('V-8: the shares are more than the whole', 'The shares sum to {sum} of {whole}.'),
  cap_contract: wrong('V-8: more than its share', '{benefit} in {period}: asked {asked}, allowed {allowed}. The share of {initiative} is {share}, of which it has {had}.'),
  sign_differs: wrong('V-1: the other way', '{benefit} asks {asked}, and the movement went the other way.'),
  pool_short: wrong('V-1: more than is left', '{benefit} in {period}: asked {asked}, allowed {allowed}. Of {measure} there is {left} left.'),
  ancestor_short: wrong('V-6: more than the account above shows', '{benefit} in {period}: asked {asked}, allowed {allowed}. Above it {leftAbove} is left of {pool}.'),
  measured_already: against('V-2: measured already', '{measure} moved {movement} in {period}, and that is posted. Restate it if the actual has changed.'),
  same_measure_twice: against('V-2: the same measure by another name', '{measure} is {other} by another name, which was measured in {period} and moved {movement}.'),
  verifier_dependent: wrong('V-13: not independent', '{verifier} cannot verify {benefit}: {way}.'),
  sample_missing: wrong('Nothing was looked at', 'Say which sample of the evidence of {benefit} was looked at.'),
  cash_not_released: wrong('V-9: only cash is banked', '{benefit} is counted in {unit}, which releases no cash.'),
  finance_approval_missing: wrong('V-9: finance has not approved', 'Say who in finance approved that {benefit} is banked.'),
  budget_unchanged: wrong('V-9: the budget was not lowered', '{budgetLine} was lowered by {lowered} in {period}; {banked} of it is banked, and {asked} more was asked.'),
  dependents_first: against('V-17: something stands on it', 'The {act} cannot be reversed in {period} while something that follows from it stands. Reverse that first, the newest first, or restate the measurement.'),
  restatement_overdraws: against('V-17: claimed already', 'An adjustment of {difference} is more than the {left} that is left of {measure} in {period}. Restate the measurement: what depends on it is reversed first.'),
  reason_missing: wrong('Say why', 'This needs a reason.'),
  decision_missing: wrong('Name the decision', 'Say which decision gives up {benefit}.'),
  checklist_open: against('The checklist is open', '{period} cannot be closed yet: {open}.'),
  reversed_already: against('Reversed already', 'The entry {entry} was reversed before.'),
  reversal_not_reversible: against('Not to be reversed', 'A {act} is never reversed. Post anew what was a mistake.'),
  balance_short: wrong('There is not as much', '{benefit} in {period} has {left} there; asked {asked}.'),

  claims_refused: wrong('Not all claims can be posted', 'All or none was asked: {refused} of {asked} cannot be posted, so none was. The first is {first}'),
  claim_moved: against('Posted to since it was looked at', '{benefit} in {period} was posted to since it was looked at: {waiting} waits by now. Look at it again.'),
  period_taken: against('The period is there already', 'There is a value period {code} already, or one that shares days with it and is of the same length.'),
  benefit_kept: against('The benefit is in the ledger', '{benefit} has entries: its initiative, measure and unit stay as they are.'),
  measure_registered: against('The measure is registered', '{measure} is in the ledger already. Change what was agreed on it instead.'),
  evidence_file_unknown: wrong('No such file of evidence', 'There is no file {file}, or it was withdrawn. Attach it, then name it.'),
  kept_in_ledger: against('This initiative is kept in the ledger', '{initiative} has benefits in the value ledger. Promise and claim them there, so that nothing is counted twice.'),
} as const satisfies Record<LedgerRefusal['code'], ProblemKind>
