import { caseElements, casePartKeys, caseFrameworks, caseStages, discountVintages, estimateBases, flowKinds, mostYears, optimismBias, optionKinds, type BiasCategory } from '@throughline/engine/demand'
import { quantileMethods } from '@throughline/engine/strategy'
import { Type, type Static } from 'typebox'
import { Amounts, ExplainedMoney, ExplainedNumber, Id, IdParams, Instant, LongText, MoneyMetric, Named, Nullable, OneOf, route, ShortText, Version } from '../wire/index.ts'

const Year = Type.Integer({ minimum: 1990, maximum: 2299 })
const share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description })
const percent = (minimum: number, maximum: number, description?: string) => Type.Number({ minimum, maximum, ...(description ? { description } : {}) })
const Minor15 = Type.String({ pattern: '^-?[0-9]{1,15}$', description: 'Whole minor units of the organisation’s currency' })
const biasCategories = Object.keys(optimismBias) as readonly BiasCategory[]

/** By which rate, prices and timing flows are looked at. */
export const CaseBasis = Type.Object({
  rate: Type.Union([Type.Object({ kind: Type.Literal('schedule'), vintage: OneOf(discountVintages.map(({ id }) => id)), schedule: OneOf(['standard', 'health', 'sensitivity']) }), Type.Object({ kind: Type.Literal('flat'), perYear: Type.Number({ minimum: -0.5, maximum: 1, description: 'As a share: 0.08 is 8 % a year' }), basis: OneOf(['real', 'nominal']) })]),
  timing: OneOf(['end', 'mid'], 'When in its year a flow falls; the first year is the day of the decision'), prices: OneOf(['real', 'nominal'], 'Whether flows are given in prices of the price base year, or of their years'),
  priceYear: Year, presentYear: Type.Integer({ minimum: 1990, maximum: 2299 - mostYears, description: 'The year to which values are discounted' }), inflation: Type.Number({ minimum: -0.2, maximum: 1, description: 'By what prices rise, as a share' }),
})
export type CaseBasis = Static<typeof CaseBasis>
const Doubt = Type.Object({ ratePoints: percent(0, 10, 'By how many points the rate may be off'), delayYears: Type.Number({ minimum: 0, maximum: 10, description: 'How much later works may end' }) })

const described = {
  id: Id, kind: OneOf(optionKinds), name: ShortText(120), about: LongText(4000), estimate: OneOf(estimateBases, 'Whether estimates hold a risk allowance for eight of ten cases already'),
  bias: Nullable(Type.Object({ category: OneOf(biasCategories), mitigation: share('How much of it is mitigated'), evidence: LongText(2000) })),
  overrun: Nullable(Type.Object({ name: ShortText(120), overruns: Type.Array(percent(-1000, 10_000, 'Per cent by which a work cost more than was estimated'), { maxItems: 500 }), acceptable: share('Share of cases that may still cost more'), method: OneOf(quantileMethods), source: LongText(500) })),
  realised: Nullable(Type.Object({ name: ShortText(120), rates: Type.Array(Type.Number({ minimum: -10, maximum: 100 }), { maxItems: 500 }), parent: Nullable(Type.Object({ name: ShortText(120), rates: Type.Array(Type.Number({ minimum: -10, maximum: 100 }), { maxItems: 500 }) })), chance: share('0.5 is what half of them reached, 0.2 what four of five did'), source: LongText(500) })),
  unmonetised: Type.Array(Type.Object({ id: Id, name: ShortText(120), about: LongText(2000) }), { maxItems: 30 }),
}
/** What is said of an option besides its cash flow. */
export const CaseOptionSaid = Type.Object(described)
export type CaseOptionSaid = Static<typeof CaseOptionSaid>
/** A line of cash flow. `range`: by how many per cent it may be lower and higher. */
const line = {
  id: Id, name: ShortText(120), kind: OneOf(flowKinds, 'Costs and benefits are 0 or more, disbenefits 0 or less'), amounts: Type.Array(Type.Object({ year: Year, minor: Minor15 }), { maxItems: mostYears + 1 }),
  range: Nullable(Type.Object({ low: percent(-100, 1000), high: percent(-100, 1000) })), source: LongText(500),
}
export const CaseLineSaid = Type.Object(line)
export type CaseLineSaid = Static<typeof CaseLineSaid>
export const CaseLine = Type.Object({ ...line, given: Nullable(Type.Object({ by: Type.String(), at: Instant, from: Type.String({ description: 'The file or sheet that it came by' }) })) })
export type CaseLine = Static<typeof CaseLine>
const risk = { id: Id, name: ShortText(120), chance: percent(0, 100, 'In per cent'), year: Year, response: LongText(2000), owner: LongText(120) }
export const CaseRiskSaid = Type.Object({ ...risk, lowMinor: Minor15, likelyMinor: Minor15, highMinor: Minor15 })
export type CaseRiskSaid = Static<typeof CaseRiskSaid>
const Range = Nullable(Type.String({ description: 'Minor units; null where amounts are withheld' }))
export const CaseRisk = Type.Object({ ...risk, lowMinor: Range, likelyMinor: Range, highMinor: Range })
export type CaseRisk = Static<typeof CaseRisk>
export const CaseOption = Type.Object({ ...described, lines: Type.Array(CaseLine), risks: Type.Array(CaseRisk) })
export type CaseOption = Static<typeof CaseOption>
/** Assumptions that move together. */
export const CaseScenario = Type.Object({ id: Id, name: ShortText(120), capital: percent(-100, 1000), revenue: percent(-100, 1000), benefits: percent(-100, 1000), ratePoints: percent(-10, 10), delayYears: Type.Number({ minimum: 0, maximum: 30 }) })
export type CaseScenario = Static<typeof CaseScenario>

/** Texts by their key; those that are left out stay as they are. */
const Texts = (keys: readonly string[], most: number) => Type.Unsafe<Record<string, string>>(Type.Partial(Type.Object(Object.fromEntries(keys.map((key) => [key, LongText(most)])))))
const writtenKeys = caseElements.filter(({ words }) => words).map(({ key }) => key)
const said = { stage: OneOf(caseStages), framework: OneOf(caseFrameworks), basis: CaseBasis, doubt: Doubt, preferred: Type.Object({ optionId: Nullable(Id), reason: LongText(4000) }), scenarios: Type.Array(CaseScenario, { maxItems: 12 }) }

/** What a case says of itself: only what is given changes; texts by their key. */
export const CaseChange = Type.Object({ version: Version, ...Type.Partial(Type.Object({ ...said, options: Type.Array(CaseOptionSaid, { maxItems: 12 }), words: Texts(writtenKeys, 10_000), givers: Texts(casePartKeys, 120) })).properties })
export type CaseChange = Static<typeof CaseChange>
/** All lines and risks of one option. `from` names the file where they came by one. */
export const CaseFlows = Type.Object({ version: Version, optionId: Id, lines: Type.Array(CaseLineSaid, { maxItems: 100 }), risks: Type.Array(CaseRiskSaid, { maxItems: 50 }), from: Type.Optional(LongText(200)) })
export type CaseFlows = Static<typeof CaseFlows>

export const caseStates = ['draft', 'submitted', 'superseded', 'approved', 'returned', 'rejected'] as const
export const caseOutcomes = ['approved', 'returned', 'rejected'] as const
export type CaseState = (typeof caseStates)[number]
export type CaseOutcome = (typeof caseOutcomes)[number]
const head = {
  id: Id, no: Type.Integer(), state: OneOf(caseStates), version: Version, draftedBy: Type.String(), draftedAt: Instant, submittedBy: Nullable(Type.String()), submittedAt: Nullable(Instant),
  /** How it was decided, by whom, why, and the record of the decision. */
  decided: Nullable(Type.Object({ by: Type.String(), at: Instant, reason: Type.String(), decisionId: Nullable(Id) })),
}
export const CaseVersion = Type.Object(head)
export type CaseVersion = Static<typeof CaseVersion>

export const CaseElement = Type.Object({ key: Type.String(), title: Type.String(), asks: Type.String(), words: Type.Boolean({ description: 'Whether somebody writes it; otherwise the case itself shows it' }), standing: OneOf(['given', 'missing', 'not_asked']), lacks: Type.String(), giver: Type.String(), text: Type.String() })
export type CaseElement = Static<typeof CaseElement>
/** One of the five cases: what it asks for, and how far it is there. */
export const CasePart = Type.Object({ key: OneOf(casePartKeys), title: Type.String(), asks: Type.String(), giver: Type.String({ description: 'Who gives it' }), named: Type.Boolean({ description: 'Whether somebody is named, or the usual role' }), elements: Type.Array(CaseElement) })
export type CasePart = Static<typeof CasePart>

/** Figures of an option: amounts as money, rates as shares, times in years. */
export const CaseFigures = Type.Object({ net_present_value: ExplainedMoney, benefits: ExplainedMoney, costs: ExplainedMoney, ratio: ExplainedNumber, payback: ExplainedNumber, discounted_payback: ExplainedNumber, internal_rate: ExplainedNumber, modified_rate: ExplainedNumber, equivalent_annual: ExplainedMoney })
export type CaseFigures = Static<typeof CaseFigures>
export const CaseAgainst = Type.Object({ net_present_value: ExplainedMoney, ratio: ExplainedNumber, payback: ExplainedNumber, internal_rate: ExplainedNumber })
export type CaseAgainst = Static<typeof CaseAgainst>
const Rates = Type.Array(Type.Number(), { description: 'All rates that solve the equation, as shares' })
/** An assumption alone at its low and its high end. Amounts are in minor units, all else in per cent or years. */
export const CaseAssumption = Type.Object({
  key: Type.String(), kind: OneOf(['line', 'risk', 'uplift', 'realised', 'delay', 'rate']), name: Type.String(), unit: OneOf(['money', 'percent', 'year']), base: Type.Number(), low: Type.Number(), high: Type.Number(), said: Type.Boolean({ description: 'Whether somebody said the range' }),
  atLow: MoneyMetric, atHigh: MoneyMetric, switching: ExplainedNumber, switchesAt: Type.Array(Type.Number()),
})
export type CaseAssumption = Static<typeof CaseAssumption>
export const CaseAppraisal = Type.Object({
  /** Best first, by net present value against doing nothing. */
  options: Type.Array(Type.Object({ optionId: Id, rank: Nullable(Type.Integer()), figures: CaseFigures, against: Nullable(CaseAgainst), roots: Rates, againstRoots: Rates, years: Type.Array(Type.Object({ year: Type.Integer(), costMinor: Type.String(), benefitMinor: Type.String(), netMinor: Type.String(), factor: Type.Number() })), sensitivity: Type.Array(CaseAssumption) })),
  bestId: Nullable(Id), byRatioId: Nullable(Id), byRateId: Nullable(Id),
  scenarios: Type.Array(Type.Object({ id: Id, bestId: Nullable(Id), worth: Type.Array(Type.Object({ optionId: Id, worth: MoneyMetric })) })),
})
export type CaseAppraisal = Static<typeof CaseAppraisal>

/** One version of a business case with what it comes to. */
export const BusinessCase = Type.Object({
  ...head, ...said, options: Type.Array(CaseOption), parts: Type.Array(CasePart),
  /** What is missing before its gate, and what may be sound and often is not. */
  missing: Type.Array(Type.Object({ part: Type.String(), element: Type.String(), lacks: Type.String(), giver: Type.String() })), warnings: Type.Array(Type.String()),
  /** Objectives that the initiative serves; of a version that was submitted, those it served then. */
  objectives: Type.Array(Named),
  /** Null where amounts are withheld. */
  appraisal: Nullable(CaseAppraisal),
})
export type BusinessCase = Static<typeof BusinessCase>
export const CaseWorkbench = Type.Object({
  initiative: Type.Object({ id: Id, key: Type.String(), name: Type.String(), sponsor: Nullable(Type.String()) }), currency: Type.String(), amounts: Amounts,
  /** Newest first. */
  versions: Type.Array(CaseVersion), shown: Nullable(BusinessCase),
  may: Type.Object({ edit: Type.Boolean(), money: Type.Boolean(), decide: Type.Boolean() }),
  deciders: Type.Array(Type.String(), { description: 'Who may decide on the version that is shown, where it waits for a decision' }),
})
export type CaseWorkbench = Static<typeof CaseWorkbench>

/** The newest version of the case of an initiative. */
export const CaseListRow = Type.Object({
  initiative: Type.Object({ id: Id, key: Type.String(), name: Type.String() }), unit: Nullable(Type.String()), no: Type.Integer(), state: OneOf(caseStates), stage: OneOf(caseStages), asked: Type.Integer({ description: 'How many elements its stage asks for' }), missing: Type.Integer(), preferred: Nullable(Type.String()),
  worth: ExplainedMoney, ratio: ExplainedNumber, submittedAt: Nullable(Instant), decided: head.decided,
})
export type CaseListRow = Static<typeof CaseListRow>
export const BusinessCases = Type.Object({
  rows: Type.Array(CaseListRow), from: Type.Integer(), total: Type.Integer({ description: 'How many there are of what was asked for' }), counts: Type.Array(Type.Object({ state: OneOf(caseStates), count: Type.Integer() })),
  without: Type.Integer({ description: 'Initiatives that go on and have no case' }),
})
export type BusinessCases = Static<typeof BusinessCases>
export const CasesAsked = Type.Object({ search: Type.Optional(Type.String({ maxLength: 200 })), state: Type.Optional(OneOf(caseStates)), decisionId: Type.Optional(Id), from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'How many to pass over' })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: '50 where it is left out' })) })
export type CasesAsked = Static<typeof CasesAsked>

/** What a file of cash flow would put in the place of the lines of an option. */
export const FlowPreview = Type.Object({ recognised: Type.String(), lines: Type.Array(Type.Object({ name: Type.String(), kind: OneOf(flowKinds), amounts: Type.Array(Type.Object({ year: Type.Integer(), minor: Type.String() })), range: line.range, source: Type.String() })), issues: Type.Array(Type.Object({ line: Nullable(Type.Integer()), found: Type.String(), expected: Type.String() })) })
export type FlowPreview = Static<typeof FlowPreview>

/** Rates that one class holds at most. */
export const mostRates = 500
const PastClass = Type.Object({ name: ShortText(120), rates: Type.Array(Type.Number(), { maxItems: mostRates }), count: Type.Integer({ description: 'Benefits that it is of; of more than 500 the rates are a sample, evenly from the lowest to the highest' }) })
/** What the value ledger offers as a class of past benefits. */
export const RealisedOffer = Type.Object({ class: PastClass, parent: Nullable(PastClass), source: Type.String(), enough: Type.Boolean({ description: 'Whether the class or the wider one has as many as are needed' }) })
export type RealisedOffer = Static<typeof RealisedOffer>

const No = Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, description: 'Which version; the draft, or the newest, where it is left out' }))
export const documentFormats = ['html', 'docx'] as const
const on = [{ kind: 'initiative', at: 'params.id' }] as const
const bench = { params: IdParams, reply: CaseWorkbench } as const
const path = '/api/demand/initiatives/:id/business-case'
export const businessCaseRoutes = {
  listBusinessCases: route({ method: 'GET', path: '/api/demand/business-cases', summary: 'Business cases, the newest version of each initiative: how they stand, what they lack, and what the preferred option is worth', access: 'read', query: CasesAsked, reply: BusinessCases }),
  readBusinessCase: route({ method: 'GET', path, summary: 'The business case of an initiative: options, appraisal, sensitivities, and what the five cases lack', access: 'read', query: Type.Object({ no: No }), ...bench }),
  draftBusinessCase: route({ method: 'POST', path, summary: 'Begin a draft of a business case, from a version of it or from nothing', access: 'edit_initiative', on, body: Type.Object({ from: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, description: 'Which version; the newest where it is left out' })), framework: Type.Optional(OneOf(caseFrameworks)) }), ...bench, status: 201, refusals: ['case_draft_there'] }),
  changeBusinessCase: route({ method: 'PATCH', path, summary: 'Change what the draft says: how it is looked at, its options, its five cases', access: 'edit_initiative', on, body: CaseChange, ...bench, refusals: ['case_no_draft', 'case_unsound'] }),
  setCaseFlows: route({ method: 'PUT', path: `${path}/flows`, summary: 'Give all lines of cash flow and risks of an option of the draft', access: 'edit_money', money: 'refused', on, body: CaseFlows, ...bench, refusals: ['case_no_draft', 'case_unsound'] }),
  previewCaseFlows: route({ method: 'POST', path: `${path}/flow-previews`, summary: 'Read a CSV or XLSX file of cash flow by year and show what it says; nothing is written', access: 'edit_money', money: 'refused', on, params: IdParams, query: Type.Object({ option: Type.Optional(ShortText(120)), fileName: Type.Optional(ShortText(200)) }), body: 'bytes', reply: FlowPreview }),
  readRealisedClass: route({ method: 'GET', path: `${path}/realised-class`, summary: 'What of past benefits was verified in closed periods, over what was first approved: those of the unit of the initiative and of a wider class, as a reference class', access: 'read', money: 'refused', params: IdParams, reply: RealisedOffer }),
  submitBusinessCase: route({ method: 'POST', path: `${path}/submission`, summary: 'Submit the draft to its gate; it is refused as long as anything is missing, and is never changed afterwards', access: 'edit_initiative', on, body: Type.Object({ version: Version }), ...bench, refusals: ['case_no_draft', 'case_not_ready', 'case_unsound'] }),
  decideBusinessCase: route({ method: 'POST', path: `${path}/decision`, summary: 'Decide on the version that was submitted, with the reason and a record of the decision; nobody decides on what they wrote or submitted, nor on an initiative that they work on, while somebody else may', access: 'decide', on, body: Type.Object({ version: Version, outcome: OneOf(caseOutcomes), reason: ShortText(4000) }), ...bench, refusals: ['case_not_submitted', 'case_own'] }),
  putAwayBusinessCase: route({ method: 'POST', path: `${path}/put-away`, summary: 'Put the draft away; it stays in the history', access: 'edit_initiative', on, body: Type.Object({ version: Version }), ...bench, refusals: ['case_no_draft'] }),
  exportBusinessCase: route({ method: 'GET', path: `${path}/export`, summary: 'Cash flow, appraisal, sensitivities and five cases of a version as a workbook', access: 'read', money: 'refused', params: IdParams, query: Type.Object({ no: No }), reply: 'bytes', refusals: ['case_absent'] }),
  documentBusinessCase: route({ method: 'GET', path: `${path}/document`, summary: 'A version as a document to print, or of a word processor; one that lacks anything says so on its first page', access: 'read', params: IdParams, query: Type.Object({ no: No, format: Type.Optional(OneOf(documentFormats, 'html where it is left out')) }), reply: 'bytes', refusals: ['case_absent'] }),
} as const
