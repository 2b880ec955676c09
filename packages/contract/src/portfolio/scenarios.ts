import type { FieldValue as EngineFieldValue } from '@throughline/engine/portfolio'
import { Type, type Static } from 'typebox'
import { FiscalCalendar } from '../people/schemas.ts'
import { InitiativeRef } from '../strategy/schemas.ts'
import { Amounts, Empty, ExplainedMoney, ExplainedNumber, Id, IdParams, Instant, LongText, Money, MoneyMetric, Nullable, NumberMetric, OneOf, route, Seen, ShortText, Version, Withheld } from '../wire/index.ts'
import { CandidatesAsk, ConstraintSet, HealthCount, JobRef, mostCandidates, PublicationRef, ValueChoice, ValueUnit } from './schemas.ts'

/** A scenario can be changed unless it is proposed or approved; what was rejected or withdrawn becomes a draft again with its next change. */
export const ScenarioState = OneOf(['draft', 'proposed', 'approved', 'rejected', 'withdrawn'])
export type ScenarioState = Static<typeof ScenarioState>
/** Who sees it: its author alone, the author and named people, or everybody of the organisation. */
export const Sharing = OneOf(['private', 'people', 'everyone'])
export type Sharing = Static<typeof Sharing>

export const PersonRef = Type.Object({ id: Nullable(Id), name: Type.String() })
export type PersonRef = Static<typeof PersonRef>

/** Content of one field: money is minor units as text, dates are ISO, a list holds ids; null where nothing is given. */
const fieldForms = [{ type: 'string', maxLength: 20_000 }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }, { type: 'array', maxItems: 100, items: { type: 'string', maxLength: 60 } }]
export const FieldValue = Type.Unsafe<EngineFieldValue>({ anyOf: fieldForms, description: 'Text, number, yes or no, a list of ids, or null' })
/** The same as it is told: an amount is withheld from who may not see amounts. */
export const ToldValue = Type.Unsafe<EngineFieldValue | Withheld>({ anyOf: [...fieldForms, Withheld], description: 'Text, number, yes or no, a list of ids, null, or that it is withheld' })
export type ToldValue = Static<typeof ToldValue>
export const Subject = OneOf(['initiative', 'objective', 'contribution', 'dependency', 'exclusion'])
/** One field of one thing. A contribution is named `initiative>objective`, a dependency `from>to`. `exists` says whether the thing is there. */
const ref = { kind: Subject, id: Type.String({ minLength: 1, maxLength: 80 }), field: Type.String({ minLength: 1, maxLength: 60 }) }
export const FieldRef = Type.Object(ref)
export type FieldRef = Static<typeof FieldRef>

/** A field that a scenario sets: what it was in the plan at the base, and what it is to be. */
export const OverlayChange = Type.Object({ ...ref, name: Type.String(), base: ToldValue, value: ToldValue, origin: OneOf(['entered', 'selection']), by: Type.String(), at: Instant })
export type OverlayChange = Static<typeof OverlayChange>

/** What a scenario sets, adds and takes back, all at once. What is set to what it was is taken back. */
export const OverlayEdit = Type.Object({
  version: Version,
  set: Type.Optional(Type.Array(Type.Object({ ...ref, value: FieldValue }, { additionalProperties: false }), { maxItems: 20_000 })),
  add: Type.Optional(Type.Array(Type.Object({ kind: OneOf(['initiative', 'exclusion']), fields: Type.Record(Type.String(), FieldValue) }, { additionalProperties: false }), { maxItems: 1000 })),
  reset: Type.Optional(Type.Array(Type.Object(ref, { additionalProperties: false }), { maxItems: 20_000 })),
})

export const YearFigure = Type.Object({ year: Type.Integer(), label: Type.String(), cost: Money, benefits: Money })
const group = { initiatives: Type.Integer(), cost: MoneyMetric, benefits: MoneyMetric }
/** What a plan comes to. All but `initiatives` and `current` is over funded work: approved, active or closing. */
export const PlanFigures = Type.Object({
  initiatives: Type.Integer(), funded: Type.Integer(), cost: ExplainedMoney, benefits: ExplainedMoney, net: ExplainedMoney, ratio: ExplainedNumber, strategic: NumberMetric, served: ExplainedNumber,
  years: Type.Array(YearFigure), undatedCost: Nullable(Money), objectives: Type.Array(Type.Object({ id: Id, statement: Type.String(), weight: Type.Number(), ...group })), departments: Type.Array(Type.Object({ id: Nullable(Id), name: Type.String(), ...group })), health: HealthCount,
  /** Everything current, funded or not, as the cockpit counts it. */
  current: Type.Object({ cost: ExplainedMoney, benefits: ExplainedMoney }),
})
export type PlanFigures = Static<typeof PlanFigures>

/** One thing that differs between two plans, with what it moves in the totals of funded work: null where amounts are withheld. */
export const PlanDifference = Type.Object({ kind: Subject, id: Type.String(), name: Type.String(), what: OneOf(['added', 'removed', 'changed']), fields: Type.Array(Type.Object({ field: Type.String(), from: ToldValue, to: ToldValue })), cost: Nullable(Money), benefits: Nullable(Money) })
export type PlanDifference = Static<typeof PlanDifference>
/** Everything in which two plans differ; the parts sum exactly to the changes. */
export const PlanChangeList = Type.Object({ items: Type.Array(PlanDifference), cost: ExplainedMoney, benefits: ExplainedMoney })
export type PlanChangeList = Static<typeof PlanChangeList>

/** The figures that a list shows. */
export const PlanSummary = Type.Object({ initiatives: Type.Integer(), funded: Type.Integer(), cost: MoneyMetric, benefits: MoneyMetric, served: NumberMetric })
export type PlanSummary = Static<typeof PlanSummary>

const selection = {
  value: ValueChoice, valueUnit: ValueUnit, publication: Nullable(PublicationRef), candidates: Type.Integer(),
  /** Value and bound in minor units of the currency or in points, as `valueUnit` says. Where amounts are withheld, points are told; the bound and the gap are not, since costs went into them. */
  totalValue: Nullable(Type.Number()), bound: Nullable(Type.Number()), totalCost: Nullable(Money), gap: Nullable(Type.Number()), proved: Type.Boolean(), amounts: Amounts,
  /** Whether something that the selection was computed from is different in the plan now. */
  stale: Type.Boolean(),
  /** Whether what was chosen decides on states: chosen work is approved, other funded candidates are put on hold. */
  decides: Type.Boolean(),
}
/** A selection that a scenario keeps, with what it had to keep and its proof. */
export const SavedSelection = Type.Object({ ...selection, /** Without those that name an amount, where amounts are withheld. */ constraints: ConstraintSet, chosen: Type.Array(InitiativeRef) })
export type SavedSelection = Static<typeof SavedSelection>

const head = {
  id: Id, name: Type.String(), note: Type.String(), state: ScenarioState, sharing: Sharing, author: PersonRef, createdAt: Instant, changedAt: Instant,
  /** The plan of record as it was known then is what the scenario changes. */
  baseAt: Instant,
  /** Whether, since then, something that the scenario touches or that counts in the figures of a plan was changed in the plan of record. */
  moved: Type.Boolean(),
  changes: Type.Integer(), forkOf: Nullable(Type.Object({ id: Id, name: Type.String() })), decisionId: Nullable(Id), proposedBy: Nullable(PersonRef), version: Version,
}
export const ScenarioItem = Type.Object({ ...head, figures: Nullable(PlanSummary), selection: Nullable(Type.Object({ ...selection, chosen: Type.Integer() })) })
export type ScenarioItem = Static<typeof ScenarioItem>

/** What the person who asks may do with it now; where not, the reason in words. */
export const May = Type.Object({ edit: Type.Boolean(), share: Type.Boolean(), propose: Type.Boolean(), withdraw: Type.Boolean(), decide: Type.Boolean(), whyNotDecide: Nullable(Type.String()) })
export const Scenario = Type.Object({
  ...head,
  currency: Type.String(),
  figures: PlanFigures,
  /** The plan of record at the base, and as it is now. */
  basis: PlanFigures, plan: PlanFigures,
  /** What the scenario changes: from its base, or, once approved, from the plan before the approval. */
  differences: PlanChangeList, overlay: Type.Array(OverlayChange),
  /** How many changes conflict with the plan of now. */
  conflicts: Type.Integer(), sharedWith: Type.Array(Type.Object({ id: Id, name: Type.String() })), selection: Nullable(SavedSelection),
  /** Why it was proposed, or why it was rejected. */
  remark: Type.String(), may: May,
})
export type Scenario = Static<typeof Scenario>

/** One fiscal year of an initiative, named by the calendar year in which it begins. */
export const ScenarioYear = Type.Object({ kind: OneOf(['cost', 'benefits']), year: Type.Integer(), minor: Type.String() })
export type ScenarioYear = Static<typeof ScenarioYear>

/** An initiative as the scenario has it. */
export const ScenarioRow = Type.Object({
  id: Id, key: Type.String(), name: Type.String(), kind: Type.String(), state: Type.String(), unitId: Nullable(Id), unit: Nullable(Type.String()), category: Nullable(Type.String()), sponsor: Nullable(Type.String()), mandatory: Type.Boolean(),
  startOn: Nullable(Type.String()), endOn: Nullable(Type.String()), costMinor: Nullable(Type.String()), benefitsMinor: Nullable(Type.String()), description: Nullable(Type.String()),
  /** Values of the organisation's own fields by id. */
  custom: Type.Record(Type.String(), Type.String()),
  /** Years that somebody gave, the scenario's included; and years whose cost a publication gives. */
  years: Type.Array(ScenarioYear), published: Type.Array(Type.Object({ year: Type.Integer(), minor: Type.String() })), standing: OneOf(['same', 'changed', 'added', 'removed']), changed: Type.Array(Type.String()),
})
export type ScenarioRow = Static<typeof ScenarioRow>
export const ScenarioObjective = Type.Object({ id: Id, statement: Type.String(), weight: Type.Number(), deadline: Nullable(Type.String()), changed: Type.Array(Type.String()) })
/** Everything that a scenario can change, as it has it; what it changes of that is its `overlay`. */
export const ScenarioRows = Type.Object({
  currency: Type.String(), calendar: FiscalCalendar, amounts: Amounts, rows: Type.Array(ScenarioRow), objectives: Type.Array(ScenarioObjective), units: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  contributions: Type.Array(Type.Object({ initiativeId: Id, objectiveId: Id, contribution: Type.Number() })),
  /** Ties in words too: both ends of a dependency may be work that is no longer listed. */
  dependencies: Type.Array(Type.Object({ fromId: Id, toId: Id, name: Type.String() })), exclusions: Type.Array(Type.Object({ id: Id, name: Type.String(), initiativeIds: Type.Array(Id), members: Type.Array(Type.String(), { description: 'Names of the initiatives' }) })),
})
export type ScenarioRows = Static<typeof ScenarioRows>

export const NewScenario = Type.Object({ name: ShortText(120), note: Type.Optional(LongText(4000)), value: ValueChoice, constraints: ConstraintSet, chosen: Type.Array(Id, { maxItems: mostCandidates }), ask: CandidatesAsk, decides: Type.Optional(Type.Boolean()), sharing: Type.Optional(OneOf(['private', 'everyone'])) })
/** `from` names the scenario to go on from; without it the plan of record as it is now. */
export const NewFork = Type.Object({ name: ShortText(120), note: Type.Optional(LongText(4000)), from: Type.Optional(Nullable(Id)), sharing: Type.Optional(OneOf(['private', 'everyone'])) })
export const ScenarioEdit = Type.Object({ version: Version, name: Type.Optional(ShortText(120)), note: Type.Optional(LongText(4000)) })
export const SharingEdit = Type.Object({ version: Version, sharing: Sharing, people: Type.Optional(Type.Array(Id, { maxItems: 200, uniqueItems: true })) })

export const Conflict = Type.Object({
  ...ref, name: Type.String(), reason: OneOf(['both_changed', 'removed', 'changed_since', 'cycle', 'key_taken']), base: FieldValue, plan: FieldValue, scenario: FieldValue, takes: Type.Array(OneOf(['mine', 'theirs', 'other'])), words: Type.String(),
})
export type Conflict = Static<typeof Conflict>
/** How the scenario would come to stand on the plan of now. `seen` names exactly this preview. */
export const RebasePreview = Type.Object({ baseAt: Instant, seen: Type.String(), clean: Type.Array(OverlayChange), already: Type.Array(OverlayChange), conflicts: Type.Array(Conflict), planMoves: PlanChangeList })
export type RebasePreview = Static<typeof RebasePreview>
export const RebaseAct = Type.Object({ version: Version, seen: Type.String({ maxLength: 80 }), resolutions: Type.Optional(Type.Array(Type.Object({ ...ref, take: OneOf(['mine', 'theirs', 'other']), value: Type.Optional(FieldValue) }, { additionalProperties: false }), { maxItems: 20_000 })) })

/** One thing that keeps a scenario from becoming the plan. */
export const ApprovalProblem = Type.Object({ code: Type.String(), ids: Type.Array(Type.String()), words: Type.String() })
export type ApprovalProblem = Static<typeof ApprovalProblem>
/** Exactly what approving will change in the plan of record, and what keeps it from being approved. `seen` names exactly this preview. */
export const ApprovalPreview = Type.Object({ seen: Type.String(), before: PlanSummary, after: PlanSummary, changes: PlanChangeList, problems: Type.Array(ApprovalProblem), may: Type.Boolean(), whyNot: Nullable(Type.String()) })
export type ApprovalPreview = Static<typeof ApprovalPreview>
export const Proposal = Type.Object({ version: Version, remark: Type.Optional(LongText(4000)) })
const decided = { rationale: ShortText(4000), question: Type.Optional(ShortText(300)), expected: Type.Optional(LongText(4000)), options: Type.Optional(Type.Array(Id, { maxItems: 3, uniqueItems: true, description: 'Other scenarios that were compared' })) }
export const Rejection = Type.Object({ version: Version, ...decided })
export const Approval = Type.Object({ version: Version, seen: Type.String({ maxLength: 80 }), ...decided })

/** One plan of a comparison: the plan of record (now, or as it was known at an instant) or a scenario. */
export const ComparedPlan = Type.Object({ id: Type.String(), name: Type.String(), state: Nullable(ScenarioState), knownAt: Nullable(Instant), figures: PlanFigures, /** null where amounts are withheld, for it is made from them. */ figuresHash: Nullable(Type.String()), change: Type.Object({ cost: ExplainedMoney, benefits: ExplainedMoney }) })
export type ComparedPlan = Static<typeof ComparedPlan>
/** Values of one field, one for each plan in their order; null where nothing is given or the thing is not in that plan. */
export const ComparedField = Type.Object({ kind: Subject, id: Type.String(), name: Type.String(), field: Type.String(), values: Type.Array(ToldValue) })
export type ComparedField = Static<typeof ComparedField>
/** Differences are from the first plan. */
export const Comparison = Type.Object({ currency: Type.String(), plans: Type.Array(ComparedPlan), fields: Type.Array(ComparedField) })
export type Comparison = Static<typeof Comparison>

const changed = { params: IdParams, reply: Scenario } as const
const closed = 'scenario_closed'

export const scenarioRoutes = {
  listScenarios: route({ method: 'GET', path: '/api/portfolio/scenarios', summary: 'Scenarios that one may see, newest first', access: 'read', reply: Type.Array(ScenarioItem) }),
  readScenario: route({ method: 'GET', path: '/api/portfolio/scenarios/:id', summary: 'One scenario with its figures beside those of the plan, and what it changes', access: 'read', ...changed }),
  listScenarioRows: route({ method: 'GET', path: '/api/portfolio/scenarios/:id/rows', summary: 'Everything that a scenario can change, as it has it', access: 'read', params: IdParams, reply: ScenarioRows }),
  createScenario: route({ method: 'POST', path: '/api/portfolio/scenarios', summary: 'Save a selection as a scenario; the server checks it against the constraints and proves its bound again', access: 'make_scenario', money: 'refused', body: NewScenario, reply: Scenario, status: 201, refusals: ['selection_invalid', 'selection_too_large', 'selection_breaks_constraint', 'scenario_name_taken'] }),
  startSaving: route({ method: 'POST', path: '/api/portfolio/scenario-jobs', summary: 'Save a selection as a scenario in a job, which can be followed and stopped; its result names the scenario', access: 'make_scenario', money: 'refused', body: NewScenario, reply: JobRef, status: 202, refusals: ['selection_invalid', 'selection_too_large', 'scenario_name_taken'] }),
  forkScenario: route({ method: 'POST', path: '/api/portfolio/forks', summary: 'Begin a scenario from the plan of record or from another scenario', access: 'make_scenario', body: NewFork, reply: Scenario, status: 201, refusals: ['scenario_name_taken'] }),
  changeScenario: route({ method: 'PATCH', path: '/api/portfolio/scenarios/:id', summary: 'Rename a scenario or change its note', access: 'make_scenario', ...changed, body: ScenarioEdit, refusals: ['scenario_name_taken'] }),
  shareScenario: route({ method: 'PUT', path: '/api/portfolio/scenarios/:id/sharing', summary: 'Say who sees a scenario: its author alone, people, or everybody', access: 'make_scenario', ...changed, body: SharingEdit, refusals: ['scenario_name_taken', 'scenario_not_yours', closed] }),
  removeScenario: route({ method: 'DELETE', path: '/api/portfolio/scenarios/:id', summary: 'Remove a scenario', access: 'make_scenario', params: IdParams, query: Seen, seen: 'scenario', reply: Empty, status: 204 }),
  changeOverlay: route({ method: 'PATCH', path: '/api/portfolio/scenarios/:id/changes', summary: 'Set, add and take back what a scenario changes, all at once', access: 'make_scenario', ...changed, body: OverlayEdit, refusals: [closed, 'overlay_unsound'] }),
  decideBySelection: route({ method: 'PUT', path: '/api/portfolio/scenarios/:id/selection-decisions', summary: 'Let the selection decide on states, or take its decisions back', access: 'make_scenario', ...changed, body: Type.Object({ version: Version, on: Type.Boolean() }), refusals: [closed, 'selection_absent'] }),
  previewRebase: route({ method: 'GET', path: '/api/portfolio/scenarios/:id/rebase', summary: 'How the scenario would come to stand on the plan of now', access: 'read', money: 'refused', params: IdParams, reply: RebasePreview }),
  rebaseScenario: route({ method: 'POST', path: '/api/portfolio/scenarios/:id/rebase', summary: 'Base the scenario on the plan of now, each conflict settled', access: 'make_scenario', ...changed, body: RebaseAct, refusals: [closed, 'preview_outdated', 'conflicts_open'] }),
  proposeScenario: route({ method: 'POST', path: '/api/portfolio/scenarios/:id/propose', summary: 'Propose a scenario for approval; everybody sees it from then on', access: 'make_scenario', ...changed, body: Proposal, refusals: [closed, 'scenario_empty', 'scenario_name_taken'] }),
  withdrawScenario: route({ method: 'POST', path: '/api/portfolio/scenarios/:id/withdraw', summary: 'Withdraw a proposal', access: 'make_scenario', ...changed, body: Proposal, refusals: ['scenario_not_proposed'] }),
  rejectScenario: route({ method: 'POST', path: '/api/portfolio/scenarios/:id/reject', summary: 'Reject a proposal; the reason is kept as a decision', access: 'decide', ...changed, body: Rejection, refusals: ['scenario_not_proposed', 'proposer_decides'] }),
  previewApproval: route({ method: 'GET', path: '/api/portfolio/scenarios/:id/approval', summary: 'Exactly what approving changes in the plan of record, and what keeps it from being approved', access: 'read', money: 'refused', params: IdParams, reply: ApprovalPreview }),
  approveScenario: route({ method: 'POST', path: '/api/portfolio/scenarios/:id/approve', summary: 'Make a proposed scenario the plan of record, in one transaction with its decision record', access: 'decide', ...changed, body: Approval, refusals: ['scenario_not_proposed', 'proposer_decides', 'preview_outdated', 'approval_blocked'] }),
  comparePlans: route({ method: 'GET', path: '/api/portfolio/comparison', summary: 'Two to four plans side by side: `plan`, `plan@<instant>` and scenarios', access: 'read', query: Type.Object({ ids: Type.Optional(Type.String({ maxLength: 300, description: 'Ids with commas, for example plan,<scenario>' })) }), reply: Comparison, refusals: ['comparison_size'] }),
} as const
