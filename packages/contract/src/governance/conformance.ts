import { conformanceTiers, outcomes } from '@throughline/engine/governance'
import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedNumber, Id, IdParams, Instant, LongText, Named, Nullable, OneOf, route, ShortText, Version } from '../wire/index.ts'
import { ElementKind, FrameworkElement } from './frameworks.ts'

export const ElementOutcome = OneOf(outcomes, 'kept: shown in its order; deviation: not done, for a reason that somebody else approved; advice: never asked for')
export type ElementOutcome = Static<typeof ElementOutcome>
export const ConformanceTier = OneOf(conformanceTiers, 'full: looked at in every check; low: where a sample meets it')
export type ConformanceTier = Static<typeof ConformanceTier>

/** Items of the method library that are offered and help with the element. */
const Library = Type.Array(Named)
/** The PMO service that helps with what is not kept. */
const Coaching = Nullable(Type.Object({ id: Id, name: Type.String(), offered: Type.Boolean() }))
const counts = Type.Object({ kept: Type.Integer(), out_of_order: Type.Integer(), missing: Type.Integer(), deviation: Type.Integer(), not_due: Type.Integer(), advice: Type.Integer() })

/** An initiative as a check finds it on a day. Deviations that were approved are in no part of the share. */
const followed = { initiative: Named, tier: ConformanceTier, framework: Named, edition: Type.Integer(), lifecycle: Type.String(), counts, share: ExplainedNumber }
export const FollowedInitiative = Type.Object({ ...followed, waiting: Type.Integer({ description: 'Deviations that wait for an answer' }) })
export type FollowedInitiative = Static<typeof FollowedInitiative>

/** What a check found wrong, with who helps. */
export const ConformanceFinding = Type.Object({ initiative: Named, key: Type.String(), kind: ElementKind, name: Type.String(), outcome: ElementOutcome, overtakenBy: Nullable(Type.String()), coaching: Coaching, library: Library })
export type ConformanceFinding = Static<typeof ConformanceFinding>

/** A check that was made: what was looked at, by which seed, and what it found. Never changed. */
export const ConformanceCheck = Type.Object({
  id: Id, on: CivilDate, seed: Type.Integer(), lowShare: Type.Number(), reason: Type.String(), by: Type.String(), at: Instant,
  full: Type.Integer({ description: 'Initiatives that were looked at in any case' }), low: Type.Integer({ description: 'Initiatives of the low tier that there were' }), sampled: Type.Array(Named),
  counts, share: ExplainedNumber, /** What was missing or out of order, and what was justified: the first 200 of each, by initiative; `counts` has them all. */ findings: Type.Array(ConformanceFinding), justified: Type.Array(ConformanceFinding),
})
export type ConformanceCheck = Static<typeof ConformanceCheck>

export const deviationStates = ['waiting', 'approved', 'declined'] as const
/** Somebody’s wish not to do an element, with the reason and who answered it. */
export const ConformanceDeviation = Type.Object({
  id: Id, version: Version, initiative: Named, key: Type.String(), reason: Type.String(), until: Nullable(CivilDate), askedBy: Type.String(), askedAt: Instant, state: OneOf(deviationStates), answer: Nullable(Type.Object({ by: Type.String(), at: Instant, words: Type.String() })),
  mayAnswer: Type.Boolean({ description: 'Whether the reader may answer it: nobody answers their own' }),
})
export type ConformanceDeviation = Static<typeof ConformanceDeviation>

export const Conformance = Type.Object({
  on: CivilDate,
  /** Initiatives that are run and followed a framework by that day, by name. */
  initiatives: Type.Array(FollowedInitiative), counts, share: ExplainedNumber,
  /** The newest first, at most 10. */
  checks: Type.Array(ConformanceCheck), earlier: Type.Integer({ description: 'Checks before those listed' }),
  /** Those that wait for an answer, the oldest first. */
  waiting: Type.Array(ConformanceDeviation),
})
export type Conformance = Static<typeof Conformance>

export const ConformanceEvidence = Type.Object({ id: Id, key: Type.String(), kind: OneOf(['artefact', 'event']), on: CivilDate, words: Type.String(), link: Type.String(), by: Type.String(), at: Instant })
export type ConformanceEvidence = Static<typeof ConformanceEvidence>
export const JudgedElement = Type.Object({ element: FrameworkElement, outcome: ElementOutcome, shownOn: Nullable(CivilDate), overtakenBy: Nullable(Type.String()), coaching: Coaching, library: Library })
export type JudgedElement = Static<typeof JudgedElement>
/** The tailored method of an initiative: what applies to it, what shows it, and what deviates. */
export const InitiativeConformance = Type.Object({
  on: CivilDate, ...followed, elements: Type.Array(JudgedElement),
  /** By day, the newest first; also of elements that are of another edition, never of another framework. */
  evidence: Type.Array(ConformanceEvidence), deviations: Type.Array(ConformanceDeviation),
})
export type InitiativeConformance = Static<typeof InitiativeConformance>

const key = Type.String({ minLength: 1, maxLength: 20, description: 'The code of an element that concerns the initiative' })
export const NewConformanceEvidence = Type.Object({ key, kind: OneOf(['artefact', 'event']), on: CivilDate, words: ShortText(1000), link: Type.String({ maxLength: 500, pattern: '^(https?://[^\\s\\u0000]+)?$', description: 'An address that begins with http:// or https://; empty: none' }) })
export type NewConformanceEvidence = Static<typeof NewConformanceEvidence>
export const NewDeviation = Type.Object({ key, reason: ShortText(2000), until: Type.Optional(Nullable(CivilDate)) })
export type NewDeviation = Static<typeof NewDeviation>
export const DeviationAnswer = Type.Object({ version: Version, approve: Type.Boolean(), words: LongText(2000) })
export type DeviationAnswer = Static<typeof DeviationAnswer>
export const NewConformanceCheck = Type.Object({ on: CivilDate, seed: Type.Integer({ minimum: 0, maximum: 4_294_967_295 }), lowShare: Type.Number({ minimum: 0, maximum: 1, description: 'Of the initiatives of the low tier, from 0 to 1' }), reason: ShortText(2000) })
export type NewConformanceCheck = Static<typeof NewConformanceCheck>
export const GivenTier = Type.Object({ tier: ConformanceTier, reason: ShortText(2000) })
export type GivenTier = Static<typeof GivenTier>

const day = { query: Type.Object({ on: Type.Optional(CivilDate) }) } as const
const all = { ...day, reply: Conformance } as const
const one = { params: IdParams, ...day, reply: InitiativeConformance } as const
const onInitiative = { access: 'edit_initiative', on: [{ kind: 'initiative', at: 'params.id' }] } as const
export const conformanceRoutes = {
  readConformance: route({ method: 'GET', path: '/api/governance/conformance', summary: 'How far initiatives do what their framework asks for by a day, today unless said; checks that were made, and deviations that wait', access: 'read', ...all }),
  readInitiativeConformance: route({ method: 'GET', path: '/api/governance/initiatives/:id/conformance', summary: 'What applies to an initiative, what shows it, and what deviates, by a day', access: 'read', ...one, refusals: ['framework_unfollowed'] }),
  addConformanceEvidence: route({ method: 'POST', path: '/api/governance/initiatives/:id/conformance-evidence', summary: 'Give an artefact or an event that shows an element, with its day', ...one, ...onInitiative, body: NewConformanceEvidence, status: 201, refusals: ['framework_unfollowed', 'element_unknown', 'evidence_ahead'] }),
  removeConformanceEvidence: route({ method: 'DELETE', path: '/api/governance/initiatives/:id/conformance-evidence/:evidenceId', summary: 'Take evidence away that was given by mistake; it stays in the history', ...one, ...onInitiative, params: Type.Object({ id: Id, evidenceId: Id }), refusals: ['framework_unfollowed'] }),
  askDeviation: route({ method: 'POST', path: '/api/governance/initiatives/:id/deviations', summary: 'Ask not to do an element, with the reason, until a day or for good', ...one, ...onInitiative, body: NewDeviation, status: 201, refusals: ['framework_unfollowed', 'element_unknown', 'term_unsound', 'deviation_there'] }),
  answerDeviation: route({ method: 'POST', path: '/api/governance/deviations/:id/answer', summary: 'Approve a deviation or decline it; nobody answers their own', access: 'edit_strategy', ...all, params: IdParams, body: DeviationAnswer, refusals: ['deviation_own', 'deviation_answered', 'answer_unreasoned'] }),
  setConformanceTier: route({ method: 'PUT', path: '/api/governance/initiatives/:id/conformance-tier', summary: 'Say how closely an initiative is looked at, with the reason', access: 'edit_strategy', ...all, params: IdParams, body: GivenTier }),
  checkConformance: route({ method: 'POST', path: '/api/governance/conformance-checks', summary: 'Check all initiatives of the full tier and a sample of the others as of a day, and keep what was found', access: 'edit_strategy', ...all, body: NewConformanceCheck, status: 201, refusals: ['evidence_ahead'] }),
} as const
