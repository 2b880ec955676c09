import { attestationStates, complianceStatuses, operators, truths, usualExceptionMonths } from '@throughline/engine/governance'
import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedNumber, Explanation, Id, IdParams, Instant, LongText, Named, Nullable, OneOf, route, ShortText, Version } from '../wire/index.ts'

const Said = Type.Object({ by: Type.String(), at: Instant, words: Type.String() })
export const ComplianceStatus = OneOf(complianceStatuses, 'compliant: by evidence that another verified and that holds; attested: nobody has verified it; lapsed: what held has run out; unclear: whether it applies hangs on what nobody gave')
export type ComplianceStatus = Static<typeof ComplianceStatus>

/** One condition of a rule: an attribute, how it is asked, and with what. */
export const Condition = Type.Object({ attribute: ShortText(80), operator: OneOf(operators, 'one_of and none_of ask for words, at_least (a day: on or after) and below (before) for sizes'), values: Type.Array(ShortText(200), { minItems: 1, maxItems: 50, uniqueItems: true, description: 'Names, or ids of choices; minor units, a decimal or a day' }) })
export type Condition = Static<typeof Condition>
/** To which initiatives an obligation applies: where all conditions of one of the groups hold; without any group, to all. */
export const Rule = Type.Array(Type.Array(Condition, { minItems: 1, maxItems: 10 }), { maxItems: 10 })
export type Rule = Static<typeof Rule>

const text = {
  title: ShortText(200), source: Type.Unsafe<string>({ ...ShortText(500), description: 'The law, standard or policy that it comes from' }), requirement: LongText(4000),
  evidence: Type.Unsafe<string>({ ...ShortText(1000), description: 'What shows that it is met' }), rule: Rule,
  validMonths: Nullable(Type.Integer({ minimum: 1, maximum: 120, description: 'For how many months evidence holds; null: without end' })),
  exceptionMonths: Type.Integer({ minimum: 1, maximum: 36, description: `For how many months an exception is granted at most; ${usualExceptionMonths} where it is left out` }),
}
export const ObligationText = Type.Object(text)
export type ObligationText = Static<typeof ObligationText>
/** How many initiatives stand in each way, and the share of the compliant among those to which it applies. */
const tally = { counts: Type.Object(Object.fromEntries(complianceStatuses.map((one) => [one, Type.Integer()])) as Record<ComplianceStatus, ReturnType<typeof Type.Integer>>), share: ExplainedNumber }
export const ComplianceTally = Type.Object(tally)
export type ComplianceTally = Static<typeof ComplianceTally>
export const Obligation = Type.Object({
  id: Id, version: Version, ...text, ruleWords: Type.String({ description: 'The rule as a sentence' }),
  /** Who verifies what others attest of it. */
  verifiers: Type.Array(Named), retired: Nullable(Said), ...tally,
})
export type Obligation = Static<typeof Obligation>
/** Something that a rule can ask for; `choices` where its values are fixed. */
export const RuleAttribute = Type.Object({ key: Type.String(), label: Type.String(), kind: OneOf(['words', 'choice', 'money', 'number', 'date']), choices: Type.Optional(Type.Array(Type.Object({ value: Type.String(), label: Type.String() }))) })
export type RuleAttribute = Static<typeof RuleAttribute>
export const ObligationLibrary = Type.Object({
  /** By title; retired ones last. */
  obligations: Type.Array(Obligation), attributes: Type.Array(RuleAttribute),
  /** Of all obligations that are not retired. */
  ...tally,
})
export type ObligationLibrary = Static<typeof ObligationLibrary>

/** That an obligation is met: the control, what shows that it works, and what somebody independent made of it. */
export const Attestation = Type.Object({
  id: Id, version: Version, control: Type.String(), evidence: Type.String(), reference: Type.String({ description: 'Where the evidence is kept' }), evidenceOn: CivilDate, expiresOn: Nullable(CivilDate), by: Named, at: Instant, state: OneOf(attestationStates), judgement: Nullable(Said),
  /** Who was refused as its verifier for want of independence, and by which way they depend on it; newest first. */
  refusedVerifiers: Type.Array(Type.Object({ name: Type.String(), way: Type.String(), at: Instant })), mayJudge: Type.Boolean({ description: 'Whether the reader is one of the verifiers and did not attest it' }),
})
export type Attestation = Static<typeof Attestation>
/** That an obligation need not be met until, not with, a day; from then on it does by itself. */
export const ComplianceException = Type.Object({ id: Id, version: Version, reason: Type.String(), compensation: Type.String({ description: 'What is done instead' }), fromOn: CivilDate, expiresOn: CivilDate, by: Type.String(), at: Instant, holds: Type.Boolean(), ended: Nullable(Said) })
export type ComplianceException = Static<typeof ComplianceException>
/** One obligation of one initiative: how it stands, why, and all that was said of it, the newest first. */
export const ComplianceCase = Type.Object({
  obligation: Type.Object({ id: Id, title: Type.String() }), initiative: Type.Object({ id: Id, key: Type.String(), name: Type.String() }), applies: OneOf(truths), status: ComplianceStatus, why: Explanation,
  /** Until, not with, which day it stays compliant or excepted as things stand; `until` null: without end; null where it is neither. */
  holds: Nullable(Type.Object({ until: Nullable(CivilDate) })),
  attestations: Type.Array(Attestation), exceptions: Type.Array(ComplianceException), may: Type.Object({ attest: Type.Boolean(), except: Type.Boolean() }),
})
export type ComplianceCase = Static<typeof ComplianceCase>
/** A page of cases by what needs attention first: missing, rejected, lapsed, attested, unclear, excepted, compliant. */
export const ComplianceCases = Type.Object({ cases: Type.Array(ComplianceCase), from: Type.Integer(), total: Type.Integer() })
export type ComplianceCases = Static<typeof ComplianceCases>
const CasesAsked = Type.Object({ obligationId: Type.Optional(Id), initiativeId: Type.Optional(Id), status: Type.Optional(ComplianceStatus), search: Type.Optional(ShortText(120)), from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'How many to pass over' })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: '100 where it is left out' })) })

const verifierIds = Type.Array(Id, { minItems: 1, maxItems: 10, uniqueItems: true })
export const NewObligation = Type.Object({ ...text, exceptionMonths: Type.Optional(text.exceptionMonths), verifierIds })
export type NewObligation = Static<typeof NewObligation>
export const ObligationChange = Type.Object({ version: Version, ...Type.Partial(NewObligation).properties })
export type ObligationChange = Static<typeof ObligationChange>
const Reasoned = Type.Object({ version: Version, reason: ShortText(2000) })
const pair = { obligationId: Id, initiativeId: Id }
export const NewAttestation = Type.Object({ ...pair, control: ShortText(1000), evidence: ShortText(4000), reference: LongText(1000), evidenceOn: CivilDate, expiresOn: Type.Optional(Nullable(CivilDate)) })
export type NewAttestation = Static<typeof NewAttestation>
export const AttestationJudgement = Type.Object({ version: Version, verdict: OneOf(['verified', 'rejected']), words: ShortText(4000) })
export type AttestationJudgement = Static<typeof AttestationJudgement>
export const NewException = Type.Object({ ...pair, reason: ShortText(2000), compensation: LongText(2000), fromOn: CivilDate, expiresOn: CivilDate })
export type NewException = Static<typeof NewException>

const library = { reply: ObligationLibrary } as const
const open = ['obligation_retired', 'obligation_inapplicable'] as const
export const complianceRoutes = {
  readObligations: route({ method: 'GET', path: '/api/governance/obligations', summary: 'Obligations with the rules by which they apply, and how initiatives stand to them', access: 'read', ...library }),
  addObligation: route({ method: 'POST', path: '/api/governance/obligations', summary: 'Add an obligation with its source, its rule and who verifies it', access: 'edit_strategy', body: NewObligation, ...library, status: 201, refusals: ['obligation_there', 'rule_unsound'] }),
  changeObligation: route({ method: 'PATCH', path: '/api/governance/obligations/:id', summary: 'Change an obligation; what was attested of it stays', access: 'edit_strategy', params: IdParams, body: ObligationChange, ...library, refusals: ['obligation_retired', 'obligation_there', 'rule_unsound'] }),
  retireObligation: route({ method: 'POST', path: '/api/governance/obligations/:id/retirement', summary: 'Retire an obligation, with the reason: it applies to nothing any more', access: 'edit_strategy', params: IdParams, body: Reasoned, ...library, refusals: ['obligation_retired'] }),
  readComplianceCases: route({ method: 'GET', path: '/api/governance/compliance-cases', summary: 'How initiatives stand to obligations and why, what needs attention first; what does not apply only where it is asked for', access: 'read', query: CasesAsked, reply: ComplianceCases }),
  attest: route({ method: 'POST', path: '/api/governance/attestations', summary: 'Attest that an initiative meets an obligation, by a control and its evidence; who verifies it is told', access: 'edit_initiative', on: [{ kind: 'initiative', at: 'body.initiativeId' }], body: NewAttestation, reply: ComplianceCase, status: 201, refusals: [...open, 'evidence_ahead', 'term_unsound'] }),
  judgeAttestation: route({ method: 'POST', path: '/api/governance/attestations/:id/judgement', summary: 'Verify or reject what somebody attested; who did is told. Who attested it, or depends on them or on the team of the initiative, is refused, and that is kept', access: 'take_part', params: IdParams, body: AttestationJudgement, reply: ComplianceCase, refusals: ['obligation_retired', 'attestation_not_yours', 'attestation_judged', 'verifier_dependent'] }),
  grantException: route({ method: 'POST', path: '/api/governance/compliance-exceptions', summary: 'Except an initiative from an obligation until a day, no longer than that allows, with the reason and what is done instead; it lapses by itself', access: 'decide', body: NewException, reply: ComplianceCase, status: 201, refusals: [...open, 'term_unsound', 'verifier_dependent'] }),
  endException: route({ method: 'POST', path: '/api/governance/compliance-exceptions/:id/end', summary: 'End an exception before its day, with the reason', access: 'decide', params: IdParams, body: Reasoned, reply: ComplianceCase, refusals: ['exception_over'] }),
} as const
