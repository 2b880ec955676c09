import type { CivilDate } from '../../kernel/index.ts'

/** How a deliverable is looked at: examined by whoever is independent, tried out against a measure, or read by a colleague. */
export const reviewMethods = ['inspection', 'test', 'peer'] as const
export type ReviewMethod = (typeof reviewMethods)[number]

/** Whom a method takes: an inspection somebody outside the team and its reporting lines, a peer review somebody who did not make it; a test is told by its measure, whoever does it. */
export const independenceOf: Readonly<Record<ReviewMethod, 'independent' | 'another' | 'anybody'>> = { inspection: 'independent', peer: 'another', test: 'anybody' }

/** How bad a defect is: it keeps from use, it keeps from a part of the use, or it keeps from nothing. */
export const defectSeverities = ['critical', 'major', 'minor'] as const
export type DefectSeverity = (typeof defectSeverities)[number]
/** `corrected` says whoever made it; `closed` is what somebody else has seen; `dismissed` was none. */
export const defectStates = ['open', 'corrected', 'closed', 'dismissed'] as const
export type DefectState = (typeof defectStates)[number]

/** Where and when a defect was found. */
export type Finding = { readonly foundOn: CivilDate; readonly inReview: boolean }

/**
 * Whether a defect escaped: it was found after the edition had been accepted. Its day and its place say so and nobody else does; on the day of
 * acceptance itself, what a review found was found before it, and what was found elsewhere after it.
 */
export const isEscaped = ({ foundOn, inReview }: Finding, acceptedOn: CivilDate | null): boolean => acceptedOn !== null && (foundOn > acceptedOn || (foundOn === acceptedOn && !inReview))

/** What stands in the way of an acceptance: a defect that nobody has seen corrected, unless a condition covers it; no condition covers a critical one. */
export type StandingDefect = { readonly id: string; readonly severity: DefectSeverity; readonly state: DefectState }
export const inTheWay = <Defect extends StandingDefect>(defects: readonly Defect[], covered: ReadonlySet<string>): readonly Defect[] =>
  defects.filter(({ id, severity, state }) => (state === 'open' || state === 'corrected') && (severity === 'critical' || !covered.has(id)))
