import { known, mapMetric, notApplicable, missing, numberFigure, ratio, textFigure, type CivilDate, type Explained, type Explanation } from '../../kernel/index.ts'
import type { Truth } from './truth.ts'

/**
 * How an initiative stands to an obligation. `attested`: somebody says that it is met, and nobody independent has verified it; `lapsed`: what
 * held has run out; `unclear`: whether it applies hangs on what nobody gave. Nothing but evidence that was verified and holds is `compliant`.
 */
export const complianceStatuses = ['compliant', 'excepted', 'attested', 'lapsed', 'rejected', 'missing', 'unclear', 'not_applicable'] as const
export type ComplianceStatus = (typeof complianceStatuses)[number]
export const attestationStates = ['attested', 'verified', 'rejected'] as const
export type AttestationState = (typeof attestationStates)[number]

/** That an obligation is met, by evidence of a day until, not with, another; null: without end. */
export type AttestationFacts = { readonly state: AttestationState; readonly evidenceOn: CivilDate; readonly expiresOn: CivilDate | null; readonly attestedBy: string; readonly judgedBy: string | null }
/** That an obligation need not be met from a day until, not with, another, unless somebody ended it before. */
export type ExceptionFacts = { readonly fromOn: CivilDate; readonly expiresOn: CivilDate; readonly endedOn: CivilDate | null; readonly grantedBy: string }
/** For how many months an exception is granted at most where its obligation says nothing else: what is excepted longer is decided on anew. */
export const usualExceptionMonths = 12
/** What is known of one obligation of one initiative; attestations the newest first. */
export type CaseFacts = { readonly applies: Truth; readonly attestations: readonly AttestationFacts[]; readonly exceptions: readonly ExceptionFacts[]; readonly today: CivilDate }

export const attestationHolds = ({ evidenceOn, expiresOn }: Pick<AttestationFacts, 'evidenceOn' | 'expiresOn'>, today: CivilDate): boolean => evidenceOn <= today && (expiresOn === null || today < expiresOn)
export const exceptionHolds = ({ fromOn, expiresOn, endedOn }: Pick<ExceptionFacts, 'fromOn' | 'expiresOn' | 'endedOn'>, today: CivilDate): boolean => fromOn <= today && today < expiresOn && (endedOn === null || today < endedOn)

/** Whether an exception held and does so no more; one that was ended before its first day never did. */
function hasLapsed({ fromOn, expiresOn, endedOn }: ExceptionFacts, today: CivilDate): boolean {
  const until = endedOn !== null && endedOn < expiresOn ? endedOn : expiresOn
  return fromOn < until && until <= today
}

/** How an initiative stands to an obligation on a day (compliance). Missing evidence is never compliant, and what is excepted is not either. */
export function complianceOf({ applies, attestations, exceptions, today }: CaseFacts): ComplianceStatus {
  if (applies !== 'yes') return applies === 'no' ? 'not_applicable' : 'unclear'
  const inForce = attestations.filter((one) => attestationHolds(one, today))
  if (inForce.some(({ state }) => state === 'verified')) return 'compliant'
  if (exceptions.some((one) => exceptionHolds(one, today))) return 'excepted'
  if (inForce.some(({ state }) => state === 'attested')) return 'attested'
  if (attestations[0]?.state === 'rejected') return 'rejected'
  const ranOut = attestations.some(({ state, expiresOn }) => state !== 'rejected' && expiresOn !== null && expiresOn <= today) || exceptions.some((one) => hasLapsed(one, today))
  return ranOut ? 'lapsed' : 'missing'
}

/** Until, not with, which day the status of a case that is compliant or excepted holds as things stand, the longest of what does; null without end, undefined where nothing holds. */
export function holdsUntil(facts: CaseFacts): CivilDate | null | undefined {
  const { attestations, exceptions, today } = facts
  const status = complianceOf(facts)
  const days = status === 'compliant' ? attestations.filter((one) => one.state === 'verified' && attestationHolds(one, today)).map(({ expiresOn }) => expiresOn) : status === 'excepted' ? exceptions.filter((one) => exceptionHolds(one, today)).map(({ expiresOn }) => expiresOn) : []
  return days.includes(null) ? null : days.toSorted().at(-1)
}

/** The same with why: whether it applies, and each attestation and exception with its days. */
export function whyCompliance(facts: CaseFacts, applies: Explanation): Explanation {
  const { attestations, exceptions, today } = facts
  const term = (words: string, found: string, note: string): Explanation => ({ term: words, figure: known(textFigure(found)), note })
  const from = (on: CivilDate, until: CivilDate | null): string => (until === null ? `from ${on}` : `from ${on} until ${until}`)
  return {
    term: 'Compliance', figure: known(textFigure(complianceOf(facts).replaceAll('_', ' '))), formula: 'compliance', note: `As of ${today}`,
    terms: [
      applies,
      ...attestations.map((one) => term(`Attested by ${one.attestedBy}`, one.state === 'attested' ? 'not verified' : `${one.state} by ${one.judgedBy ?? 'nobody'}`, `${from(one.evidenceOn, one.expiresOn)}, ${attestationHolds(one, today) ? 'in force' : 'not in force'}`)),
      ...exceptions.map((one) => term(`Exception granted by ${one.grantedBy}`, exceptionHolds(one, today) ? 'in force' : 'not in force', `${from(one.fromOn, one.expiresOn)}${one.endedOn === null ? '' : `, ended on ${one.endedOn}`}`)),
    ],
  }
}

/** How many cases stand in each way; `share` is that of the compliant among those that apply. What is unclear is in neither. */
export type ComplianceTally = { readonly counts: Readonly<Record<ComplianceStatus, number>>; readonly share: Explained<number> }
const applying = complianceStatuses.filter((one) => one !== 'unclear' && one !== 'not_applicable')

/** Counts cases by their status (compliance). Where nothing applies there is no share; where that is for want of attributes, they are missing. */
export function complianceTally(statuses: readonly ComplianceStatus[]): ComplianceTally {
  const counts = Object.fromEntries(complianceStatuses.map((one) => [one, 0])) as Record<ComplianceStatus, number>
  for (const one of statuses) counts[one] += 1
  const all = applying.reduce((sum, one) => sum + counts[one], 0)
  const metric = all > 0 ? ratio(counts.compliant, all) : counts.unclear > 0 ? missing('applicability') : notApplicable
  const terms = [...applying, 'unclear' as const].filter((one) => one === 'compliant' || counts[one] > 0).map((one): Explanation => ({ term: one, figure: known(numberFigure(counts[one])), ...(one === 'unclear' ? { note: 'Counts for neither side' } : {}) }))
  return { counts, share: { metric, why: { term: 'Compliant of what applies', figure: mapMetric(metric, (share) => numberFigure(Math.round(share * 1000) / 10, 'percent')), formula: 'compliance', terms } } }
}
