import { estimateOccasions, issueSeverities, responseStrategies, riskKinds, riskStates } from '@throughline/engine/delivery'
import { Type, type Static } from 'typebox'
import { Amounts, CivilDate, Empty, ExplainedMoney, GivenMinor, Id, IdParams, Instant, LongText, MoneyMetric, Named, Nullable, OneOf, route, Seen, ShortText, Version } from '../wire/index.ts'

export const RiskKind = OneOf(riskKinds, 'Something that harms, or something that helps')
export const RiskState = OneOf(riskStates, 'It may still come, has come, or can come no more')
export const ResponseStrategy = OneOf(responseStrategies, 'How it is answered: a threat is avoided, reduced, transferred, shared or accepted; an opportunity exploited, enhanced, shared or accepted')
export const IssueSeverity = OneOf(issueSeverities, 'How much it harms; an order, no number')
const Share = Type.Number({ minimum: 0, maximum: 1, description: 'A share between 0 and 1, both ends excluded, to a hundredth of a percent' })
const Days = Type.Integer({ minimum: 0, maximum: 36_500 })

const estimate = { probability: Nullable(Share), impactLowMinor: Nullable(GivenMinor), impactMinor: Nullable(GivenMinor), impactHighMinor: Nullable(GivenMinor), impactDays: Nullable(Days) }
const said = {
  kind: RiskKind, title: ShortText(300), cause: LongText(2000), event: LongText(2000), effect: LongText(2000), ...estimate,
  strategy: Nullable(ResponseStrategy), actions: LongText(2000), costMinor: Nullable(GivenMinor), dueOn: Nullable(CivilDate), doneOn: Nullable(CivilDate), residualProbability: Nullable(Share), residualMinor: Nullable(GivenMinor),
  identifiedOn: CivilDate, proximityOn: Nullable(CivilDate), owner: Nullable(ShortText(200)), state: RiskState, overOn: Nullable(CivilDate), overReason: LongText(2000),
}
export const RiskKey = ShortText(120)
/** A risk of an initiative: because of the cause the event may occur, which would have the effect. Amounts are null where nobody estimated them, and where they are withheld. */
export const Risk = Type.Object({ id: Id, version: Version, key: Type.String({ description: 'What its register calls it, such as R-7; unique in its initiative' }), initiative: Named, ...said, reviewedOn: Nullable(CivilDate), reviews: Type.Integer() })
export type Risk = Static<typeof Risk>

const optional = Type.Partial(Type.Object(said)).properties
export const NewRisk = Type.Object({ ...optional, key: Type.Optional(RiskKey), title: said.title })
export type NewRisk = Static<typeof NewRisk>
/** What is to change; what is left out stays, null takes back. */
export const RiskChange = Type.Object({ version: Version, key: Type.Optional(RiskKey), ...optional })
export type RiskChange = Static<typeof RiskChange>

/** Somebody looked at a risk on a day, and found its estimate to be as before, or another one. */
export const RiskReview = Type.Object({ version: Version, on: CivilDate, words: ShortText(2000), ...Type.Partial(Type.Object({ ...estimate, proximityOn: said.proximityOn })).properties })
export type RiskReview = Static<typeof RiskReview>
/** An estimate as it was recorded: with the risk, with a change of it, or by a review. */
export const RecordedEstimate = Type.Object({ id: Id, on: CivilDate, occasion: OneOf(estimateOccasions), ...estimate, changed: Type.Boolean({ description: 'Another one than the one before' }), words: Type.String(), by: Type.String(), at: Instant })
export type RecordedEstimate = Static<typeof RecordedEstimate>
export const RiskDetail = Type.Object({ risk: Risk, estimates: Type.Array(RecordedEstimate, { description: 'The newest first; at most 200' }), omitted: Type.Integer() })
export type RiskDetail = Static<typeof RiskDetail>

const Exposure = Type.Object({ expected: ExplainedMoney, low: MoneyMetric, high: MoneyMetric, estimated: Type.Integer(), unestimated: Type.Integer({ description: 'Open risks without a probability or an impact: counted, never taken as 0' }) })
export type Exposure = Static<typeof Exposure>
/** Threats and opportunities apart: the one does not pay for the other. */
export const Exposures = Type.Object({ threats: Exposure, opportunities: Exposure })
export type Exposures = Static<typeof Exposures>

const page = { from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'How many to pass over' })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: '50 where it is left out' })) }
const searched = { search: Type.Optional(ShortText(120)), ...page }
export const RisksAsked = Type.Object({ state: Type.Optional(RiskState), kind: Type.Optional(RiskKind), ...searched })
export type RisksAsked = Static<typeof RisksAsked>
const may = Type.Array(Type.String())
/** A page of the risks of an initiative by their keys, with the exposure of all that are open, whatever was asked for. */
export const RiskList = Type.Object({
  initiative: Named, currency: Type.String(), amounts: Amounts, risks: Type.Array(Risk), from: Type.Integer(), total: Type.Integer(),
  counts: Type.Object({ open: Type.Integer(), occurred: Type.Integer(), closed: Type.Integer() }), exposure: Exposures, may,
})
export type RiskList = Static<typeof RiskList>

const Cause = Type.Union([Type.Object({ kind: Type.Literal('risk'), riskId: Id }), Type.Object({ kind: Type.Literal('none') })])
const issue = { title: ShortText(300), severity: IssueSeverity, openedOn: CivilDate, containedOn: Nullable(CivilDate), resolvedOn: Nullable(CivilDate), owner: Nullable(ShortText(200)) }
/** Something that has come. `cause`: the risk that had been recorded of it, that none had been, or null where nobody has said. */
export const Issue = Type.Object({ id: Id, version: Version, key: Type.String(), initiative: Named, ...issue, cause: Nullable(Cause), risk: Nullable(Type.Object({ id: Id, key: Type.String(), title: Type.String() })) })
export type Issue = Static<typeof Issue>
const issueParts = Type.Partial(Type.Object({ ...issue, cause: Nullable(Cause) })).properties
export const NewIssue = Type.Object({ ...issueParts, key: Type.Optional(RiskKey), title: issue.title, severity: issue.severity, openedOn: issue.openedOn })
export type NewIssue = Static<typeof NewIssue>
export const IssueChange = Type.Object({ version: Version, key: Type.Optional(RiskKey), ...issueParts })
export type IssueChange = Static<typeof IssueChange>
export const IssuesAsked = Type.Object({ open: Type.Optional(Type.Boolean({ description: 'Only what is not resolved' })), ...searched })
export type IssuesAsked = Static<typeof IssuesAsked>
export const IssueList = Type.Object({ initiative: Named, issues: Type.Array(Issue), from: Type.Integer(), total: Type.Integer(), counts: Type.Object({ open: Type.Integer(), resolved: Type.Integer() }), may })
export type IssueList = Static<typeof IssueList>

/** Money drawn of a contingency, or an earlier drawdown taken back: then its amount is below 0 and `reverses` names it. */
export const Drawdown = Type.Object({ id: Id, on: CivilDate, amount: MoneyMetric, for: Nullable(Type.Object({ kind: OneOf(['risk', 'issue']), id: Id, name: Type.String() })), words: Type.String(), by: Type.String(), at: Instant, reverses: Nullable(Id), reversed: Type.Boolean() })
export type Drawdown = Static<typeof Drawdown>
/** Money that an initiative keeps for its risks. `version`: null where nobody has agreed on any. */
export const Contingency = Type.Object({ initiative: Named, currency: Type.String(), version: Nullable(Version), agreedOn: Nullable(CivilDate), words: Type.String(), agreed: MoneyMetric, drawn: MoneyMetric, left: MoneyMetric, drawdowns: Type.Array(Drawdown, { description: 'The newest first; at most 200' }), omitted: Type.Integer(), may })
export type Contingency = Static<typeof Contingency>
export const AgreedContingency = Type.Object({ version: Nullable(Version), agreedMinor: GivenMinor, agreedOn: CivilDate, words: LongText(2000) })
export type AgreedContingency = Static<typeof AgreedContingency>
export const NewDrawdown = Type.Object({ on: CivilDate, amountMinor: GivenMinor, for: Nullable(Type.Object({ kind: OneOf(['risk', 'issue']), id: Id })), words: ShortText(2000) })
export type NewDrawdown = Static<typeof NewDrawdown>

/** How the register of an initiative stands. */
export const RegisterStanding = Type.Object({ initiative: Named, running: Type.Boolean(), threats: Type.Integer(), opportunities: Type.Integer(), unestimated: Type.Integer(), over: Type.Integer(), openIssues: Type.Integer(), /** To threats. */ exposure: ExplainedMoney })
export type RegisterStanding = Static<typeof RegisterStanding>
export const RegistersAsked = Type.Object(searched)
export type RegistersAsked = Static<typeof RegistersAsked>
/** Initiatives with a register, by name; `without`: running ones that have none. */
export const Registers = Type.Object({ registers: Type.Array(RegisterStanding), from: Type.Integer(), total: Type.Integer(), without: Type.Integer(), amounts: Amounts })
export type Registers = Static<typeof Registers>

/** Lines that one register may have. */
export const mostRiskRows = 2000
/** A line of a register. What is left out stays as it is, null takes it back. `version`: the one that was seen of the risk with this key; null where there was none. */
const rowParts = Type.Partial(Type.Object(Object.fromEntries(Object.entries(said).map(([name, schema]) => [name, Nullable(schema)])) as { readonly [K in keyof typeof said]: ReturnType<typeof Nullable<(typeof said)[K]>> })).properties
export const RiskRow = Type.Object({ line: Type.Integer({ minimum: 1, maximum: 1_000_000 }), key: RiskKey, version: Nullable(Version), ...rowParts })
export type RiskRow = Static<typeof RiskRow>
export const RiskRows = Type.Object({ rows: Type.Array(RiskRow, { minItems: 1, maxItems: mostRiskRows }) })
/** What of a register was left out, where, what stands there and what would have been taken. */
export const RiskListIssue = Type.Object({ line: Nullable(Type.Integer()), found: Type.String(), expected: Type.String() })
export type RiskListIssue = Static<typeof RiskListIssue>
const counted = { added: Type.Integer(), changed: Type.Integer(), same: Type.Integer() }
export const RiskPreview = Type.Object({ recognised: Type.String(), fields: Type.Array(Type.Object({ heading: LongText(200), field: Nullable(Type.String()) })), rows: Type.Array(RiskRow), ...counted, issues: Type.Array(RiskListIssue) })
export type RiskPreview = Static<typeof RiskPreview>
export const RisksKept = Type.Object({ ...counted, issues: Type.Array(RiskListIssue) })
export type RisksKept = Static<typeof RisksKept>
export const RegisterExport = Type.Object({ format: Type.Optional(OneOf(['csv', 'xlsx'], 'CSV unless said')), part: Type.Optional(OneOf(['risks', 'issues'], 'Risks unless said')) })

const ofInitiative = { on: [{ kind: 'initiative', at: 'params.id' }], params: IdParams } as const
const ofRisk = { on: [{ kind: 'risk', at: 'params.id' }], params: IdParams } as const
const ofIssue = { on: [{ kind: 'issue', at: 'params.id' }], params: IdParams } as const
const wrong = ['risk_key_taken', 'register_contradicts'] as const
/** The register of an initiative: risks, issues, and the contingency that is kept for them. */
export const riskRoutes = {
  listRegisters: route({ method: 'GET', path: '/api/delivery/registers', summary: 'Initiatives with a register of risks and issues, by page', access: 'read', query: RegistersAsked, reply: Registers }),
  listRisks: route({ method: 'GET', path: '/api/delivery/initiatives/:id/risks', summary: 'The risks of an initiative by page, with the expected exposure to threats and the expected worth of opportunities', access: 'read', params: IdParams, query: RisksAsked, reply: RiskList }),
  readRisk: route({ method: 'GET', path: '/api/delivery/risks/:id', summary: 'One risk with what was ever estimated of it', access: 'read', params: IdParams, reply: RiskDetail }),
  addRisk: route({ method: 'POST', path: '/api/delivery/initiatives/:id/risks', summary: 'Record a risk of an initiative', access: 'edit_initiative', ...ofInitiative, body: NewRisk, reply: RiskDetail, status: 201, refusals: wrong }),
  changeRisk: route({ method: 'PATCH', path: '/api/delivery/risks/:id', summary: 'Change a risk, or say that it occurred or can come no more; its initiative stays', access: 'edit_initiative', ...ofRisk, body: RiskChange, reply: RiskDetail, refusals: wrong }),
  reviewRisk: route({ method: 'POST', path: '/api/delivery/risks/:id/reviews', summary: 'Record a review of an open risk: that its estimate is as before, or another one', access: 'edit_initiative', ...ofRisk, body: RiskReview, reply: RiskDetail, status: 201, refusals: ['register_contradicts'] }),
  withdrawRisk: route({ method: 'DELETE', path: '/api/delivery/risks/:id', summary: 'Withdraw a risk that was recorded by mistake, which no issue and no drawdown names; its history is kept', access: 'edit_initiative', ...ofRisk, query: Seen, seen: 'risk', reply: Empty, status: 204, refusals: ['risk_named'] }),
  listIssues: route({ method: 'GET', path: '/api/delivery/initiatives/:id/issues', summary: 'The issues of an initiative by page, each with the risk that had been recorded of it', access: 'read', params: IdParams, query: IssuesAsked, reply: IssueList }),
  addIssue: route({ method: 'POST', path: '/api/delivery/initiatives/:id/issues', summary: 'Record an issue of an initiative', access: 'edit_initiative', ...ofInitiative, body: NewIssue, reply: Issue, status: 201, refusals: wrong }),
  changeIssue: route({ method: 'PATCH', path: '/api/delivery/issues/:id', summary: 'Change an issue, or say that it is contained or resolved', access: 'edit_initiative', ...ofIssue, body: IssueChange, reply: Issue, refusals: wrong }),
  withdrawIssue: route({ method: 'DELETE', path: '/api/delivery/issues/:id', summary: 'Withdraw an issue that was recorded by mistake, which no drawdown names; its history is kept', access: 'edit_initiative', ...ofIssue, query: Seen, seen: 'issue', reply: Empty, status: 204, refusals: ['risk_named'] }),
  readContingency: route({ method: 'GET', path: '/api/delivery/initiatives/:id/contingency', summary: 'The contingency of an initiative: what was agreed, what was drawn and what for', access: 'read', params: IdParams, reply: Contingency }),
  agreeContingency: route({ method: 'PUT', path: '/api/delivery/initiatives/:id/contingency', summary: 'Agree on the contingency of an initiative', access: 'edit_money', ...ofInitiative, body: AgreedContingency, reply: Contingency, refusals: ['register_contradicts'] }),
  drawContingency: route({ method: 'POST', path: '/api/delivery/initiatives/:id/drawdowns', summary: 'Record what was drawn of the contingency, and for which risk or issue', access: 'edit_money', ...ofInitiative, body: NewDrawdown, reply: Contingency, status: 201, refusals: ['register_contradicts'] }),
  reverseDrawdown: route({ method: 'POST', path: '/api/delivery/drawdowns/:id/reversal', summary: 'Take a drawdown back by an entry of its own, with the reason', access: 'edit_money', on: [{ kind: 'drawdown', at: 'params.id' }], params: IdParams, body: Type.Object({ reason: ShortText(2000) }), reply: Contingency, status: 201, refusals: ['drawdown_reversed'] }),
  previewRiskList: route({ method: 'POST', path: '/api/delivery/initiatives/:id/risk-list-previews', summary: 'Read a CSV or XLSX register of risks and show what it would add and change; nothing is written', access: 'edit_initiative', ...ofInitiative, query: Type.Object({ fileName: Type.Optional(ShortText(200)) }), body: 'bytes', reply: RiskPreview }),
  keepRiskList: route({ method: 'POST', path: '/api/delivery/initiatives/:id/risk-lists', summary: 'Add and change many risks in one act, by their keys; lines that cannot be taken are named', access: 'edit_initiative', ...ofInitiative, body: RiskRows, reply: RisksKept, refusals: ['risks_unchanged'] }),
  exportRegister: route({ method: 'GET', path: '/api/delivery/initiatives/:id/register-export', summary: 'The risks or the issues of an initiative as CSV or XLSX; risks in columns that a register is read from', access: 'read', params: IdParams, query: RegisterExport, reply: 'bytes' }),
} as const
