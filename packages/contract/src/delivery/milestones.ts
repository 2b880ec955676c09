import { contributorRoles, milestoneStandings, rangeBases } from '@throughline/engine/delivery'
import { Type, type Static } from 'typebox'
import { CivilDate, Empty, ExplainedNumber, ExplainedOf, Id, IdParams, LongText, MetricOf, Nullable, NumberMetric, OneOf, route, Seen, ShortText, Version } from '../wire/index.ts'

export const ContributorRole = OneOf(contributorRoles, 'Whether the milestone cannot be reached without the initiative, or comes easier with it')
export const MilestoneStanding = OneOf(milestoneStandings, 'On course where it is kept in 80 % of runs or more, at risk from 50 %')
/** When somebody expects an end: at the earliest, most likely, at the latest. */
export const EndRange = Type.Object({ earliestOn: CivilDate, likelyOn: CivilDate, latestOn: CivilDate })

export const NewContributor = Type.Object({ initiativeId: Id, role: ContributorRole, range: Type.Optional(Nullable(EndRange)), note: Type.Optional(LongText(500)) })
export type NewContributor = Static<typeof NewContributor>
const said = { wantedOn: CivilDate, note: Type.Optional(LongText(2000)), contributors: Type.Array(NewContributor, { maxItems: 50 }) }
export const NewMilestone = Type.Object({ objectiveId: Id, name: ShortText(200), ...said })
export type NewMilestone = Static<typeof NewMilestone>
/** The objective stays: its people know the milestone by it. */
export const MilestoneChange = Type.Object({ version: Version, name: Type.Optional(ShortText(200)), wantedOn: Type.Optional(CivilDate), reachedOn: Type.Optional(Nullable(CivilDate)), note: said.note, contributors: Type.Optional(said.contributors) })
export type MilestoneChange = Static<typeof MilestoneChange>
export const MilestoneKept = Type.Object({ id: Id, version: Version })

const DateMetric = MetricOf(CivilDate)
/** An initiative that a milestone depends on, with the range of its end. */
export const Contributor = Type.Object({
  initiativeId: Id, name: Type.String(), role: ContributorRole, standing: OneOf(['open', 'done', 'stopped', 'gone']), plannedOn: Nullable(CivilDate), plannedBy: OneOf(['initiative', 'work']), range: Nullable(EndRange), note: Type.String(),
  basis: OneOf([...rangeBases, 'none']), p10On: DateMetric, p50On: DateMetric, p90On: DateMetric, confidence: NumberMetric, criticality: NumberMetric,
})
export type Contributor = Static<typeof Contributor>
/** A strategic milestone with its forecast: when the last of what is required is over. */
export const StrategicMilestone = Type.Object({
  id: Id, name: Type.String(), note: Type.String(), wantedOn: CivilDate, reachedOn: Nullable(CivilDate), version: Version, standing: MilestoneStanding,
  /** Null where it is in force no more. */
  objective: Nullable(Type.Object({ id: Id, statement: Type.String() })), contributors: Type.Array(Contributor),
  p10On: DateMetric, p50On: ExplainedOf(CivilDate), p90On: DateMetric, confidence: ExplainedNumber, naiveOn: DateMetric, mergeDays: ExplainedNumber,
  daysLate: NumberMetric, certain: Type.Array(Type.String(), { description: 'Required initiatives whose planned end counts as certain, for no range of it is known' }),
  /** What comes last in the most runs. */
  driver: Nullable(Type.Object({ initiativeId: Id, name: Type.String(), criticality: Type.Number() })),
})
export type StrategicMilestone = Static<typeof StrategicMilestone>
/** `slips` is how many planned ends are on record, `leastSlips` how many are needed to learn from them. */
export const MilestoneMonitor = Type.Object({ today: CivilDate, seed: Type.Integer(), runs: Type.Integer(), slips: Type.Integer(), leastSlips: Type.Integer(), milestones: Type.Array(StrategicMilestone, { description: 'By the day on which they are wanted' }) })
export type MilestoneMonitor = Static<typeof MilestoneMonitor>
export const MilestonesAsked = Type.Object({ objectiveId: Type.Optional(Id), initiativeId: Type.Optional(Id), seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 4_294_967_295 })) })

const unsound = ['milestone_taken', 'milestone_contradicts', 'milestone_initiative_unknown'] as const
/** Strategic milestones: what an objective is to have reached by a day, and the initiatives that it depends on. */
export const milestoneRoutes = {
  readMilestones: route({ method: 'GET', path: '/api/delivery/milestones', summary: 'Strategic milestones with their forecast: when the last of the required initiatives is over, from P10 to P90, and how surely the wanted day is kept', access: 'read', query: MilestonesAsked, reply: MilestoneMonitor }),
  addMilestone: route({ method: 'POST', path: '/api/delivery/milestones', summary: 'Add a strategic milestone to an objective', access: 'edit_strategy', body: NewMilestone, reply: MilestoneKept, status: 201, refusals: unsound }),
  changeMilestone: route({ method: 'PATCH', path: '/api/delivery/milestones/:id', summary: 'Change a strategic milestone, what it depends on, or say that it was reached', access: 'edit_strategy', params: IdParams, body: MilestoneChange, reply: MilestoneKept, refusals: unsound }),
  removeMilestone: route({ method: 'DELETE', path: '/api/delivery/milestones/:id', summary: 'Remove a strategic milestone; its history is kept', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'strategic_milestone', reply: Empty, status: 204 }),
} as const
