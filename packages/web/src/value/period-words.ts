import type { PeriodClose, ValuePeriod } from '@throughline/contract/value'
import type { Tone } from '../ui/tone.ts'

/** What a state of a value period is called, and how it is marked. */
export const stateLooks: Readonly<Record<ValuePeriod['state'], { readonly words: string; readonly tone: Tone }>> = {
  open: { words: 'Open', tone: 'none' }, soft: { words: 'Plans closed', tone: 'warn' }, closed: { words: 'Closed', tone: 'done' },
}

type Key = PeriodClose['checklist'][number]['key']
/** Each line of the checklist: what it says once it is done, while it is open, and where what is open is seen to. */
export const checklistWords: Readonly<Record<Key, { readonly done: string; readonly open: string; readonly way: string }>> = {
  period_over: { done: 'The period is over', open: 'The period is not over yet', way: 'It can be closed once it has ended' },
  actuals_approved: { done: 'Every actual is approved and measured', open: 'Actuals that are not approved, or not measured yet', way: 'Approve them, then post what they moved' },
  claims_verified: { done: 'Every claim is verified or disallowed', open: 'Claims that wait for verification', way: 'Verify or disallow them' },
  pools_reconciled: { done: 'Every pool adds up to what was measured', open: 'Pools that do not add up', way: 'Report them: this is a fault' },
}

export const periodWords = {
  title: 'Period close', note: 'Checklist, control totals, close, sealed pack, and what was adjusted afterwards',
  soft: 'Close plans', softAsk: 'Nothing is promised, approved, delivered, moved or given up in it any more. Measuring, claiming, verifying and banking go on.',
  close: 'Close the period', closeAsk: 'What is approved or delivered and open becomes shortfall; what is left of each pool becomes unattributed. A close is never reversed: afterwards there are only prior-period adjustments. The pack is sealed with it.',
  seal: 'Seal the pack', sealNote: 'Made again from what is kept whenever it is asked for; where it is not the same byte for byte, administrators are told',
  sealedNone: 'No pack is sealed of this period.', broken: 'Does not read the same any more',
  adjusted: 'After the close', adjustedNote: 'Reversals and new postings, each a prior-period adjustment; the sealed pack keeps what was known then', adjustedNone: 'Nothing was posted in the period after its close.',
} as const
