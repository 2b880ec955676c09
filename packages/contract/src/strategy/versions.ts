import type { VersionChange } from '@throughline/engine/strategy'
import { Type, type Static } from 'typebox'
import { Amounts, CivilDate, Decimal, Empty, Id, IdParams, Instant, LongText, Nullable, OneOf, route, Seen, ShortText, Version } from '../wire/index.ts'
import { JobRef } from '../portfolio/schemas.ts'
import { AdoptionPreview, ChosenAction, DraftProblem, InitiativeToGo, RecalibrationCase, RanksAsked, RecalibrationList, RecalibrationSettings, ToGoEstimate, UnitStrategyChanges } from './recalibration.ts'
import { Citation, Direction, MeasureTarget, UnitCode, Weight } from './schemas.ts'
import { AutonomyWaiver, ObjectiveMapping, StableKey, EditedUnitStrategy, UnitWeights, VersionContent, VersionLink } from './version-content.ts'

/** A draft can be changed; what was sent waits for a decision; one version is in force; those before it are superseded. */
export const VersionStatus = OneOf(['draft', 'sent', 'in_force', 'superseded'])
export type VersionStatus = Static<typeof VersionStatus>

const person = Nullable(Type.Object({ id: Nullable(Id), name: Type.String() }))
const head = {
  id: Id, no: Type.Integer(), title: Type.String(), status: VersionStatus, version: Version,
  /** Why the strategy changes, and the day on which that was first known: where the clock begins. */
  reason: Type.String(), signalOn: Nullable(CivilDate),
  draftedAt: Nullable(Instant), draftedBy: person, changedAt: Nullable(Instant), changedBy: person, sentAt: Nullable(Instant), sentBy: person, remark: Type.String(), approvedAt: Nullable(Instant), approvedBy: person, decisionId: Nullable(Id), supersededAt: Nullable(Instant),
  objectives: Type.Integer(),
}
/** A version in the list, newest first. */
export const VersionItem = Type.Object(head)
export type VersionItem = Static<typeof VersionItem>

const May = Type.Object({ edit: Type.Boolean(), send: Type.Boolean(), recall: Type.Boolean(), decide: Type.Boolean(), whyNotDecide: Nullable(Type.String()) })
/** A version with everything that it says; of a draft also what becomes of objectives and initiatives, and what is still wrong. */
export const StrategyVersionDetail = Type.Object({
  ...head, content: VersionContent, mappings: Type.Array(ObjectiveMapping), settings: RecalibrationSettings, estimates: Type.Array(ToGoEstimate), actions: Type.Array(ChosenAction),
  /** Everything that keeps it from being sent; empty of a version that was approved. */
  problems: Type.Array(DraftProblem),
  /** Whether the strategy in force, or an initiative with an action, was changed since the draft began. */
  moved: Type.Boolean(),
  /** Where withheld, estimates and settings are left out: they are made of amounts. */
  amounts: Amounts, may: May,
})
export type StrategyVersionDetail = Static<typeof StrategyVersionDetail>

/** `from` goes on from an earlier version, which is how a recalibration is undone; without it from the version in force. */
export const NewDraft = Type.Object({ title: ShortText(120), reason: ShortText(4000), signalOn: CivilDate, from: Type.Optional(Nullable(Id)) })

const objectiveFields = {
  description: Type.Optional(LongText()), owner: Type.Optional(Nullable(ShortText())), deadline: Type.Optional(Nullable(CivilDate)), mandatory: Type.Optional(Type.Boolean()), parentKey: Type.Optional(Nullable(StableKey)), citations: Type.Optional(Type.Array(Citation, { maxItems: 20 })),
}
const measureFields = { definition: Type.Optional(LongText()), target: Type.Optional(MeasureTarget), band: Type.Optional(Nullable(Type.Object({ low: Decimal, high: Decimal }))) }
const many = <S extends Parameters<typeof Type.Array>[0]>(schema: S, maxItems = 1000) => Type.Optional(Type.Array(schema, { maxItems }))

/**
 * What one edit of a draft does, all at once or not at all: adds come first, then changes, then what is taken away. `key` of an added
 * objective is chosen by the caller, so that the same edit can weigh and link it; ids of what is added are chosen by the caller too (UUID).
 */
export const DraftEdit = Type.Object({
  version: Version,
  title: Type.Optional(ShortText(120)), reason: Type.Optional(ShortText(4000)), signalOn: Type.Optional(CivilDate), name: Type.Optional(ShortText()), mission: Type.Optional(LongText()), vision: Type.Optional(LongText()),
  addPerspectives: many(Type.Object({ id: Id, name: ShortText(80) }), 50),
  setPerspectives: many(Type.Object({ id: Id, name: Type.Optional(ShortText(80)), order: Type.Optional(Type.Integer({ minimum: 0 })) }), 50),
  removePerspectives: many(Id, 50),
  addObjectives: many(Type.Object({ key: StableKey, perspectiveId: Id, statement: ShortText(300), weight: Weight, ...objectiveFields }), 500),
  setObjectives: many(Type.Object({ key: StableKey, perspectiveId: Type.Optional(Id), statement: Type.Optional(ShortText(300)), ...objectiveFields }), 500),
  /** Takes objectives out of the version; their mapping says what becomes of their weight. */
  retireObjectives: many(StableKey, 500),
  weights: many(Type.Object({ key: StableKey, weight: Weight })),
  /** Measures of objectives of the organisation, and of units: `key` is the key of the one, or the id of the other. */
  addMeasures: many(Type.Object({ key: StableKey, id: Id, name: ShortText(200), unit: UnitCode, direction: Direction, ...measureFields })),
  setMeasures: many(Type.Object({ id: Id, key: Type.Optional(StableKey), name: Type.Optional(ShortText(200)), ...measureFields })),
  removeMeasures: many(Id),
  contributions: many(Type.Object({ initiativeId: Id, key: StableKey, contribution: Nullable(Type.Number({ minimum: -1, maximum: 1, description: 'null removes the link' })), rationale: Type.Optional(LongText(2000)) }), 20_000),
  links: many(VersionLink), removeLinks: many(Id),
  units: many(UnitWeights), removeUnits: many(Id), waivers: many(AutonomyWaiver), removeWaivers: many(Id),
  /** Strategies of units and functions, each with everything that it says; measures that it leaves out stay. */
  unitStrategies: many(EditedUnitStrategy, 200), removeUnitStrategies: many(Id, 200),
  /** Each of these stands in place of all that were there. */
  mappings: many(ObjectiveMapping), estimates: many(ToGoEstimate, 5000), actions: many(ChosenAction, 5000), settings: Type.Optional(RecalibrationSettings),
}, { additionalProperties: false })
export type DraftEdit = Static<typeof DraftEdit>

export const VersionDifference = Type.Object({
  from: Type.Object({ id: Id, no: Type.Integer() }), to: Type.Object({ id: Id, no: Type.Integer() }),
  changes: Type.Array(Type.Unsafe<VersionChange>({ title: 'VersionChange', type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } })),
  /** Contributions that differ, by initiative and objective; null where there is none. */
  contributions: Type.Array(Type.Object({ initiativeId: Id, key: StableKey, from: Nullable(Type.Number()), to: Nullable(Type.Number()) })),
  links: Type.Object({ added: Type.Integer(), changed: Type.Integer(), removed: Type.Integer() }), units: Type.Integer(), waivers: Type.Integer(),
  /** Strategies of units and functions that differ, with what differs of each objective and its measures. */
  unitStrategies: UnitStrategyChanges,
  /** Objectives that a person has to say something about before anything can be compared. */
  problems: Type.Array(DraftProblem),
})
export type VersionDifference = Static<typeof VersionDifference>

/** One thing that the draft and the strategy in force both changed since the draft began. */
export const DraftConflict = Type.Object({ ref: Type.String({ maxLength: 400 }), name: Type.String(), base: Type.String(), inForce: Type.String(), draft: Type.String() })
export type DraftConflict = Static<typeof DraftConflict>
/** How the draft would come to stand on the strategy and the plan of now. `seen` names exactly this preview. */
export const DraftRebase = Type.Object({ seen: Type.String(), carried: Type.Integer({ description: 'Changes of the strategy in force that the draft takes over' }), conflicts: Type.Array(DraftConflict), /** Actions whose initiative is different by now. */ initiatives: Type.Array(Type.Object({ id: Id, name: Type.String(), words: Type.String() })) })
export type DraftRebase = Static<typeof DraftRebase>

const act = { params: IdParams, reply: StrategyVersionDetail } as const
const VersionSeen = Type.Object({ version: Version, remark: Type.Optional(LongText(4000)) })
const decided = { rationale: ShortText(4000), expected: Type.Optional(LongText(4000)) }

export const versionRoutes = {
  listVersions: route({ method: 'GET', path: '/api/strategy/versions', summary: 'Versions of the strategy, newest first: the draft, the one in force, those before', access: 'read', reply: Type.Array(VersionItem) }),
  startDraft: route({ method: 'POST', path: '/api/strategy/versions', summary: 'Begin the next version beside the one in force, with why and since when that is known', access: 'edit_strategy', body: NewDraft, reply: StrategyVersionDetail, status: 201, refusals: ['draft_exists', 'signal_ahead'] }),
  readVersion: route({ method: 'GET', path: '/api/strategy/versions/:id', summary: 'One version with everything that it says', access: 'read', ...act }),
  changeDraft: route({ method: 'PATCH', path: '/api/strategy/versions/:id', summary: 'Change a draft: objectives, weights, measures, contributions, links, units, waivers, actions; all at once', access: 'edit_strategy', ...act, body: DraftEdit, refusals: ['version_closed', 'draft_edit_unsound', 'signal_ahead'] }),
  discardDraft: route({ method: 'DELETE', path: '/api/strategy/versions/:id', summary: 'Discard a draft; it stays in the history', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'strategy_version', reply: Empty, status: 204, refusals: ['version_closed'] }),
  readDifference: route({ method: 'GET', path: '/api/strategy/versions/:id/difference', summary: 'What differs between a version and the one in force, or another', access: 'read', params: IdParams, query: Type.Object({ from: Type.Optional(Id) }), reply: VersionDifference }),
  readRecalibrationCase: route({ method: 'GET', path: '/api/strategy/versions/:id/recalibration-case', summary: 'Everything a recalibration is computed from: both versions, and initiatives with what is still to be gained and spent', access: 'read', money: 'refused', params: IdParams, reply: RecalibrationCase, refusals: ['version_closed'] }),
  startVersionRoadmap: route({ method: 'POST', path: '/api/strategy/versions/:id/roadmap', summary: 'Solve the roadmap again under a draft or what was sent, with its actions, in a job; follow it at /api/governance/jobs/:id', access: 'read', money: 'refused', params: IdParams, reply: JobRef, status: 202, refusals: ['version_closed'] }),
  startVersionRanks: route({ method: 'POST', path: '/api/strategy/versions/:id/ranks', summary: 'Rank initiatives under a version while its weights and estimates are doubted: how often each has each rank and is in the best portfolio, in a job; follow it at /api/governance/jobs/:id', access: 'read', money: 'refused', params: IdParams, body: RanksAsked, reply: JobRef, status: 202 }),
  readToGo: route({ method: 'GET', path: '/api/strategy/to-go/:id', summary: 'What one initiative still brings and costs, what ending or beginning it costs, each with the reason why', access: 'read', params: IdParams, reply: InitiativeToGo }),
  sendDraft: route({ method: 'POST', path: '/api/strategy/versions/:id/send', summary: 'Send a draft with its actions for approval; nobody changes it from then on', access: 'edit_strategy', ...act, body: VersionSeen, refusals: ['version_closed', 'draft_unsound', 'draft_changes_nothing'] }),
  recallDraft: route({ method: 'POST', path: '/api/strategy/versions/:id/recall', summary: 'Take back what was sent; it is a draft again', access: 'edit_strategy', ...act, body: VersionSeen, refusals: ['version_not_sent'] }),
  previewDraftRebase: route({ method: 'GET', path: '/api/strategy/versions/:id/rebase', summary: 'How a draft would come to stand on the strategy and the plan of now', access: 'read', params: IdParams, reply: DraftRebase }),
  rebaseDraft: route({ method: 'POST', path: '/api/strategy/versions/:id/rebase', summary: 'Base a draft on the strategy and the plan of now, each conflict settled; what was sent is a draft again', access: 'edit_strategy', ...act, body: Type.Object({ version: Version, seen: Type.String({ maxLength: 80 }), take: Type.Optional(Type.Record(Type.String(), OneOf(['draft', 'in_force']))) }), refusals: ['version_closed', 'draft_preview_outdated', 'draft_conflicts'] }),
  rejectDraft: route({ method: 'POST', path: '/api/strategy/versions/:id/reject', summary: 'Reject what was sent, with the reason; it is a draft again', access: 'decide', ...act, body: Type.Object({ version: Version, ...decided }), refusals: ['version_not_sent', 'sender_decides'] }),
  previewAdoption: route({ method: 'GET', path: '/api/strategy/versions/:id/approval', summary: 'Exactly what approving changes in the plan of record, and what keeps it from being approved', access: 'read', money: 'refused', params: IdParams, reply: AdoptionPreview }),
  approveDraft: route({ method: 'POST', path: '/api/strategy/versions/:id/approve', summary: 'Put a version in force and carry out its actions, in one transaction with the decision record', access: 'decide', ...act, body: Type.Object({ version: Version, seen: Type.String({ maxLength: 80 }), ...decided }), refusals: ['version_not_sent', 'sender_decides', 'draft_preview_outdated', 'plan_moved', 'draft_unsound'] }),
  listRecalibrations: route({ method: 'GET', path: '/api/strategy/recalibrations', summary: 'How long each change of strategy took from signal to effect, step by step', access: 'read', reply: RecalibrationList }),
} as const
