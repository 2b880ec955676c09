/** Each refusal of the ledger with the rule that it is named after (docs/specs/value-ledger.md). */
export const ledgerRules = {
  benefit_unknown: 'register', measure_unknown: 'register', period_unknown: 'register', entry_unknown: 'register',
  amount_wrong: 'register', profile_incomplete: 'T1',
  period_closed: 'I5', period_soft_closed: 'I5', period_in_future: 'T6',
  unit_differs: 'units', cash_class_differs: 'units',
  actual_missing: 'V-16', actual_not_approved: 'V-16',
  chain_counted_twice: 'V-11', assist_without_share: 'V-12',
  acceptance_missing: 'V-3', not_delivered: 'V-3',
  counterfactual_missing: 'V-4', registered_after_actual: 'V-4', counterfactual_differs: 'V-4',
  evidence_too_weak: 'V-5',
  adoption_unnamed: 'V-7', adoption_missing: 'V-7', adoption_short: 'V-7',
  method_missing: 'V-8', shares_above_one: 'V-8', cap_contract: 'V-8',
  sign_differs: 'V-1', pool_short: 'V-1',
  ancestor_short: 'V-6',
  measured_already: 'V-2', same_measure_twice: 'V-2',
  verifier_dependent: 'V-13', sample_missing: 'T7',
  cash_not_released: 'V-9', finance_approval_missing: 'V-9', budget_unchanged: 'V-9',
  dependents_first: 'V-17', restatement_overdraws: 'V-17',
  reason_missing: 'reason', decision_missing: 'T12', checklist_open: 'T10',
  reversed_already: 'T13', reversal_not_reversible: 'T13',
  balance_short: 'balance',
} as const
export type LedgerCode = keyof typeof ledgerRules

/** The figures of a refusal: amounts in least units, names, dates. */
export type RefusalValues = Readonly<Record<string, string | number | bigint | readonly string[]>>

/** An act that a rule forbids. Nothing of it was posted. */
export type LedgerRefusal = { readonly code: LedgerCode; readonly rule: string; readonly values: RefusalValues }

/** A refusal with its rule and figures. */
export const broken = (code: LedgerCode, values: RefusalValues = {}): { readonly ok: false; readonly refusal: LedgerRefusal } => ({ ok: false, refusal: { code, rule: ledgerRules[code], values } })
