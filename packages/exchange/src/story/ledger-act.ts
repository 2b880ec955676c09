import type { Act } from '@throughline/engine/value'
import type { StoryAct, StoryDeed } from './story.ts'

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
/** An act of the ledger without who did it, when, and under which id. */
export type StoryLedgerAct = Without<Act, 'id' | 'recordedAt' | 'by'>
/** Deeds that are an act of the ledger as they stand: neither what a measurement is made of, nor what is decided beside the ledger. */
export type LedgerDeed = Exclude<StoryDeed, { readonly kind: 'actual' | 'measure' | 'restate' | 'lower' | 'close' }>

export const isLedgerDeed = (deed: StoryDeed): deed is LedgerDeed => !['actual', 'measure', 'restate', 'lower', 'close'].includes(deed.kind)

/** The act of the ledger that a deed is, with the ids by which the ledger knows its benefits. */
export function ledgerActOf(deed: LedgerDeed, { because }: Pick<StoryAct, 'because'>, idOf: (benefit: string) => string): StoryLedgerAct {
  const benefitId = idOf(deed.benefit)
  const said = because === '' ? {} : { reason: because, evidence: because }
  if ('lines' in deed) {
    const lines = deed.lines.map(({ period, amount, declined }) => ({ periodId: period, amount, ...(declined === undefined ? {} : { declined }) }))
    switch (deed.kind) {
      case 'promise': return { kind: 'promise', benefitId, lines, ...said }
      case 'approve': return { kind: 'approve', benefitId, lines, ...said }
      case 'deliver': return { kind: 'deliver', benefitId, lines, ...said }
      case 'forecast': return { kind: 'forecast', benefitId, lines, ...said }
      case 'give up': return { kind: 'write_off', benefitId, from: 'A20', decision: because, lines, ...said }
    }
  }
  const { amount, period: periodId } = deed
  switch (deed.kind) {
    case 'move': return { kind: 'transfer', benefitId, fromPeriodId: periodId, toPeriodId: deed.to, amount, ...said }
    case 'claim': return { kind: 'realise', benefitId, periodId, amount, ...(deed.upToCap ? { upToCap: true } : {}), ...(deed.early ? { earlyEvidence: because } : {}), ...said }
    case 'verify': return { kind: 'verify', benefitId, periodId, amount, sample: because, ...(deed.adjusts ? { adjusts: true } : {}), ...said }
    case 'disallow': return { kind: 'disallow', benefitId, periodId, amount, ...said }
    case 'bank': return { kind: 'bank', benefitId, periodId, approvedBy: because, lines: [{ budgetLineId: deed.budgetLine, amount }], ...said }
    case 'convert': return { kind: 'convert', benefitId, periodId, amount, into: { benefitId: idOf(deed.into.benefit), periodId, amount: deed.into.amount }, ...said }
  }
}
