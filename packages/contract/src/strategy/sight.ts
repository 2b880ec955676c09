import { Type, type Static } from 'typebox'
import { CivilDate, Id, Nullable, OneOf, route } from '../wire/index.ts'
import { CommonLink } from './between.ts'

/**
 * What lies on a line from strategy to evidence: objectives, the initiatives that serve them, their benefits, the measures that tell,
 * and what was recorded. `unit_objective` is an objective of a unit or a function, which stands between one of the organisation and the initiatives. `task` is a piece of the work of an initiative, with what it enables. `change` is a step of the benefits network by which a benefit comes about: an enabler, an enabling or a business change. `entry` is an entry of the value ledger, a claim among them; `amount` a benefit amount recorded without the ledger.
 */
export const SightKind = OneOf(['objective', 'unit_objective', 'initiative', 'task', 'change', 'benefit', 'measure', 'entry', 'amount'], 'What is looked at')
export type SightKind = Static<typeof SightKind>

/** A thing on the line. `note` says what tells it apart: the key of an initiative, the unit of a benefit, the evidence of an entry. */
export const SightThing = Type.Object({ kind: SightKind, id: Id, name: Type.String(), note: Type.String(), on: Nullable(CivilDate) })
export type SightThing = Static<typeof SightThing>
const Ref = Type.Object({ kind: SightKind, id: Id })
export type SightRef = Static<typeof Ref>
/** One step down the line. `strength` is the contribution where an initiative serves an objective, with the reason in `words`. */
export const SightLink = Type.Object({ from: Ref, to: Ref, strength: Nullable(Type.Number()), words: Type.String() })
export type SightLink = Static<typeof SightLink>

/** Everything on a line through one thing, from the objectives down to the evidence. */
export const Sight = Type.Object({
  subject: SightThing,
  /** The columns of objectives of units, of tasks and of changes are there where any is on the line. */
  columns: Type.Array(Type.Object({ column: OneOf(['objectives', 'unit_objectives', 'initiatives', 'tasks', 'changes', 'benefits', 'measures', 'evidence']), things: Type.Array(SightThing), /** Things beyond those listed. */ omitted: Type.Integer() })),
  links: Type.Array(SightLink),
  /** Links of objectives of units on the line with those of other units that somebody accepted; a line goes up and down, and these beside it. */
  commonLinks: Type.Array(CommonLink),
})
export type Sight = Static<typeof Sight>

/** How far the line from an objective reaches: how many there are at each step, and where it ends. */
export const SightLine = Type.Object({ objectiveId: Id, statement: Type.String(), perspective: Type.String(), weight: Type.Number(), /** Objectives of units that lead to it in the end. */ unitObjectives: Type.Integer(), /** Those that serve it directly or through objectives of units. */ initiatives: Type.Integer(), /** Tasks and milestones of these. */ tasks: Type.Integer(), benefits: Type.Integer(), measures: Type.Integer(), evidence: Type.Integer() })
export type SightLine = Static<typeof SightLine>
export const SightGapCode = OneOf(['objective_unserved', 'objective_unmeasured', 'unit_objective_unserved', 'unit_objective_unmeasured', 'unit_objective_beside', 'initiative_serves_nothing', 'initiative_without_benefit', 'benefit_without_measure', 'benefit_without_evidence', 'measure_without_actual'], 'Where a line is broken')
export type SightGapCode = Static<typeof SightGapCode>
/** A thing that is left hanging. `tasks`: of an initiative, its work, which hangs with it; how much there is, and the first of it. */
export const GapThing = Type.Object({ ...SightThing.properties, tasks: Type.Optional(Type.Object({ count: Type.Integer(), first: Type.Array(SightThing) })) })
export type GapThing = Static<typeof GapThing>
/** What is left hanging, with how many there are and the first of them. */
export const SightGap = Type.Object({ code: SightGapCode, count: Type.Integer(), of: Type.Integer(), things: Type.Array(GapThing) })
export type SightGap = Static<typeof SightGap>
export const SightLines = Type.Object({ lines: Type.Array(SightLine), gaps: Type.Array(SightGap) })
export type SightLines = Static<typeof SightLines>

export const sightRoutes = {
  readSightLines: route({ method: 'GET', path: '/api/strategy/lines', summary: 'How far the line of sight from each objective reaches, and what is left hanging: objectives, initiatives, benefits and measures on no line', access: 'read', reply: SightLines }),
  readSight: route({ method: 'GET', path: '/api/strategy/sight', summary: 'The line of sight through one thing, up to the objectives and down to the evidence', access: 'read', query: Type.Object({ kind: SightKind, id: Id }), reply: Sight }),
} as const
