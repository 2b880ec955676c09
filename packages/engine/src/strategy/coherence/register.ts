import { ok, refuse, type CivilDate, type Result } from '../../kernel/index.ts'
import type { Finding } from './finding.ts'

/** A tension that somebody lives with: who, by which rule, and when it is looked at again. */
export type AcceptedTension = { readonly key: string; readonly owner: string; readonly tradeOff: string; readonly reviewOn: CivilDate; readonly words: string }

/** A contradiction in the register; resolved ones are no longer found and are kept. */
export type RegisterEntry = { readonly key: string; readonly words: string; readonly state: 'open' | 'managed' | 'due' | 'resolved'; readonly finding: Finding | null; readonly accepted: AcceptedTension | null }

/** The register of a day: what is found, what is accepted, and what was and is gone. A tension that turned hard is open again. */
export function contradictionRegister(findings: readonly Finding[], accepted: readonly AcceptedTension[], today: CivilDate): readonly RegisterEntry[] {
  const byKey = new Map(accepted.map((one) => [one.key, one]))
  const found = new Set(findings.map(({ key }) => key))
  const standing = findings.map((finding): RegisterEntry => {
    const own = byKey.get(finding.key) ?? null
    const state = own === null || finding.severity === 'hard' ? 'open' : today >= own.reviewOn ? 'due' : 'managed'
    return { key: finding.key, words: finding.words, state, finding, accepted: own }
  })
  const gone = accepted.filter(({ key }) => !found.has(key)).map((own): RegisterEntry => ({ key: own.key, words: own.words, state: 'resolved', finding: null, accepted: own }))
  return [...standing, ...gone]
}

export type AcceptRefusal = { readonly code: 'contradiction_is_hard' } | { readonly code: 'review_not_ahead'; readonly found: CivilDate; readonly today: CivilDate } | { readonly code: 'trade_off_unsaid' }

/** Accepts a tension with an owner, a rule for the trade-off and a day of review; what is hard cannot be accepted. */
export function acceptTension(finding: Finding, given: { readonly owner: string; readonly tradeOff: string; readonly reviewOn: CivilDate }, today: CivilDate): Result<AcceptedTension, AcceptRefusal> {
  if (finding.severity === 'hard') return refuse({ code: 'contradiction_is_hard' })
  if (given.reviewOn <= today) return refuse({ code: 'review_not_ahead', found: given.reviewOn, today })
  if (given.tradeOff.trim() === '' || given.owner.trim() === '') return refuse({ code: 'trade_off_unsaid' })
  return ok({ key: finding.key, ...given, words: finding.words })
}
