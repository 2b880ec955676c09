import { valueProblems, type LedgerEntry } from '@throughline/contract/value'

/** What was done, as a list of entries says it. */
export const actWords: Readonly<Record<LedgerEntry['kind'], string>> = {
  promise: 'Promised', approve: 'Approved', forecast: 'Forecast', deliver: 'Delivered', measure: 'Measured', adjust: 'Measurement adjusted', realise: 'Claimed', verify: 'Verified', disallow: 'Disallowed', bank: 'Banked',
  soft_close: 'Plans closed', close: 'Period closed', transfer: 'Moved in time', write_off: 'Given up', convert: 'Converted', reverse: 'Reversed',
}

/** The accounts, as people read them. */
export const accountWords: Readonly<Record<LedgerEntry['postings'][number]['account']['code'], string>> = {
  S10: 'Origin of claims', S11: 'Beyond the promise', A10: 'Promised', A20: 'Approved', A30: 'Delivered', A90: 'Fulfilled', X10: 'Declined', X20: 'Shortfall', X30: 'Given up', C10: 'Converted', S20: 'Origin of movement', M10: 'Left to claim', M20: 'Unattributed',
  M30: 'Drawn by measures below', R10: 'Realised, not verified', R20: 'Verified', R30: 'Banked', C20: 'Converted', F10: 'Forecast beside the plan', S30: 'Origin of forecasts',
}

/** Which rule held a claim back: the title of its refusal. */
export const ruleWords = (code: string): string => (valueProblems as Readonly<Record<string, { readonly title: string }>>)[code]?.title ?? code.replaceAll('_', ' ')
