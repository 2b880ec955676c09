import { conformanceTiers, findingSeverities, opinionClasses, registerRules } from '@throughline/engine/governance'
import { Type, type Static } from 'typebox'
import { Exposures } from '../delivery/index.ts'
import { CivilDate, ExplainedNumber, ExplainedOf, Explanation, Id, IdParams, Instant, Named, Nullable, OneOf, route, ShortText, Version } from '../wire/index.ts'

export const OpinionClass = OneOf(opinionClasses, 'How much assurance the process gives, as CIPFA defines it for internal audit')
export type OpinionClass = Static<typeof OpinionClass>
/** What a test of the process found: by which rule, where, what was found and expected, and what shows it. */
export const RegisterFinding = Type.Object({ rule: OneOf(registerRules), severity: OneOf(findingSeverities), where: Type.Object({ kind: OneOf(['risk', 'issue', 'drawdown', 'register']), id: Nullable(Id), name: Type.String() }), found: Type.String(), expected: Type.String(), witness: Explanation })
export type RegisterFinding = Static<typeof RegisterFinding>
const FindingCounts = Type.Object({ high: Type.Integer(), medium: Type.Integer(), low: Type.Integer() })

const days = (most: number) => Type.Integer({ minimum: 1, maximum: most })
const rules = {
  nearDays: Type.Integer({ minimum: 0, maximum: 3650, description: 'A risk is near that may come within so many days' }), nearReviewDays: days(3650), fullReviewDays: days(3650), lowReviewDays: days(3650),
  staleReviews: days(50), leastPattern: Type.Integer({ minimum: 2, maximum: 1000 }), leastOver: Type.Integer({ minimum: 5, maximum: 100_000 }),
}
/** What is asked of every register. `version`: null as long as nobody has agreed on anything else than what is usual. */
export const RiskRules = Type.Object({ version: Nullable(Version), ...rules })
export type RiskRules = Static<typeof RiskRules>

/** How often what was thought likely came, of risks that are over. `verdict`: null where there are too few. */
export const Calibration = Type.Object({ over: Type.Integer(), occurred: Type.Integer(), unestimated: Type.Integer(), stated: Nullable(Type.Number()), interval: Nullable(Type.Object({ low: Type.Number(), high: Type.Number() })), share: ExplainedNumber, verdict: Nullable(OneOf(['understated', 'overstated', 'in_line'])) })
export type Calibration = Static<typeof Calibration>
const observed = { foresight: Type.Object({ foreseen: Type.Integer(), said: Type.Integer(), unsaid: Type.Integer(), share: ExplainedNumber }), threats: Calibration, opportunities: Calibration }

/** An opinion that an independent reviewer has given. `byRule`: what the rule said that day; null where it said nothing. */
export const RiskOpinion = Type.Object({ id: Id, no: Version, class: OpinionClass, byRule: Nullable(OpinionClass), words: Type.String(), by: Type.String(), on: CivilDate, at: Instant, counts: FindingCounts, findings: Type.Array(RegisterFinding, { description: 'As they stood that day; at most 100' }), omitted: Type.Integer() })
export type RiskOpinion = Static<typeof RiskOpinion>
const issuedBriefly = Type.Object({ no: Version, class: OpinionClass, by: Type.String(), on: CivilDate })

/** How the register of an initiative is kept. */
export const AssuredRegister = Type.Object({ initiative: Named, tier: OneOf(conformanceTiers), opinion: ExplainedOf(OpinionClass), counts: FindingCounts, open: Type.Integer(), issued: Nullable(issuedBriefly) })
export type AssuredRegister = Static<typeof AssuredRegister>
export const RiskAssurance = Type.Object({
  today: CivilDate, rules: RiskRules, /** Running initiatives with a register, the gravest first, by page. */ registers: Type.Array(AssuredRegister), from: Type.Integer(), total: Type.Integer(),
  /** How many registers came to each class: classes are counted and never averaged. */
  classes: Type.Array(Type.Object({ class: Nullable(OpinionClass), registers: Type.Integer() })), without: Type.Integer({ description: 'Running initiatives without a register' }), /** Over every register, those of initiatives that are over as well. */ ...observed,
})
export type RiskAssurance = Static<typeof RiskAssurance>
export const RiskAssuranceAsked = Type.Object({ class: Type.Optional(OpinionClass), search: Type.Optional(ShortText(120)), from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'How many to pass over' })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: '50 where it is left out' })) })
export type RiskAssuranceAsked = Static<typeof RiskAssuranceAsked>

/** The process by which an initiative manages its risks, and, apart from it, what it is exposed to: no part of the one goes into the other. */
export const InitiativeRiskAssurance = Type.Object({
  initiative: Named, today: CivilDate, running: Type.Boolean(),
  process: Type.Object({ tier: OneOf(conformanceTiers), opinion: ExplainedOf(OpinionClass), counts: FindingCounts, findings: Type.Array(RegisterFinding, { description: 'The most severe first; at most 300' }), omitted: Type.Integer(), ...observed }),
  exposure: Exposures, issued: Type.Array(RiskOpinion, { description: 'The newest first; at most 20' }), issuedOmitted: Type.Integer(),
})
export type InitiativeRiskAssurance = Static<typeof InitiativeRiskAssurance>
/** `version`: the number of the newest opinion that was seen; null where there was none. */
export const NewRiskOpinion = Type.Object({ version: Nullable(Version), class: OpinionClass, words: ShortText(4000) })
export type NewRiskOpinion = Static<typeof NewRiskOpinion>

const ofInitiative = { params: IdParams, reply: InitiativeRiskAssurance } as const
export const riskAssuranceRoutes = {
  readRiskAssurance: route({ method: 'GET', path: '/api/governance/risk-assurance', summary: 'How running initiatives manage their risks: the assurance that each register gives by rule, with what was tested', access: 'read', query: RiskAssuranceAsked, reply: RiskAssurance }),
  readInitiativeRiskAssurance: route({ method: 'GET', path: '/api/governance/initiatives/:id/risk-assurance', summary: 'How one initiative manages its risks: every finding, the opinions given, and apart from it the exposure', access: 'read', ...ofInitiative }),
  agreeRiskRules: route({ method: 'PUT', path: '/api/governance/risk-rules', summary: 'Agree on what is asked of every register', access: 'edit_strategy', body: RiskRules, reply: RiskRules }),
  giveRiskOpinion: route({ method: 'POST', path: '/api/governance/initiatives/:id/risk-opinions', summary: 'Give an opinion on how an initiative manages its risks; kept with the findings of the day. Who depends on its team is refused, and that is kept', access: 'edit_strategy', ...ofInitiative, body: NewRiskOpinion, status: 201, refusals: ['opinion_unfounded', 'performer_dependent'] }),
} as const
