import { Type, type Static } from 'typebox'
import { CivilDate, Empty, Id, IdParams, Instant, OneOf, route, ShortText, Version } from '../wire/index.ts'

const Ids = Type.Array(Id, { maxItems: 500, uniqueItems: true })
const Some = Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true })
const Count = Type.Integer({ minimum: 0, maximum: 100_000 })
const Percent = Type.Integer({ minimum: 0, maximum: 100 })
const one = <const K extends string>(kind: K) => ({ kind: Type.Literal(kind) })
const KeptShare = Type.Object({ by: OneOf(['category', 'unit', 'horizon', 'objective']), value: Type.String({ minLength: 1, maxLength: 120, description: 'Name of the category, id of the unit or objective, or short or long' }) })
const share = { of: KeptShare, percent: Percent, tolerancePercent: Percent }

/** What a roadmap has to keep; initiatives by id, times as days and months, so that it holds whatever the periods. */
export const DemandPart = Type.Union([
  Type.Object({ ...one('must'), initiativeId: Id }),
  Type.Object({ ...one('mustNot'), initiativeId: Id }),
  Type.Object({ ...one('startWithin'), initiativeId: Id, fromOn: CivilDate, toOn: CivilDate, variantId: Type.Optional(Id) }),
  Type.Object({ ...one('asVariant'), initiativeId: Id, variantId: Id }),
  Type.Object({ ...one('finishToStart'), initiativeId: Id, afterId: Id, lagMonths: Type.Integer({ minimum: -600, maximum: 600 }) }),
  Type.Object({ ...one('requiresAny'), initiativeId: Id, anyOf: Some }),
  Type.Object({ ...one('atMost'), initiativeIds: Some, most: Count }),
  Type.Object({ ...one('atLeast'), initiativeIds: Some, least: Count }),
  Type.Object({ ...one('shareCeiling'), ...share }),
  Type.Object({ ...one('shareFloor'), ...share }),
  Type.Object({ ...one('parallel'), initiativeIds: Ids, most: Count }),
  Type.Object({ ...one('valueFloor'), objectiveId: Id, leastPoints: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }) }),
])
export type DemandPart = Static<typeof DemandPart>

/** A demand with who asked for it, why, and who wrote it down when. */
export const PlanningDemand = Type.Object({ id: Id, part: DemandPart, because: Type.String(), askedBy: Type.String(), recordedBy: Type.String(), recordedAt: Instant, version: Version })
export type PlanningDemand = Static<typeof PlanningDemand>

/** Who asks is the one who writes it down, unless another is named. */
export const NewDemand = Type.Object({ part: DemandPart, because: ShortText(400), askedBy: Type.Optional(ShortText(120)) })
export type NewDemand = Static<typeof NewDemand>

export const demandRoutes = {
  listPlanningDemands: route({ method: 'GET', path: '/api/portfolio/demands', summary: 'What every roadmap has to keep, with who asked for it and why', access: 'read', reply: Type.Array(PlanningDemand) }),
  recordPlanningDemand: route({ method: 'POST', path: '/api/portfolio/demands', summary: 'Record what every roadmap has to keep, with who asked for it and why', access: 'shape', body: NewDemand, reply: PlanningDemand, status: 201, refusals: ['roadmap_unsound'] }),
  withdrawPlanningDemand: route({ method: 'DELETE', path: '/api/portfolio/demands/:id', summary: 'Withdraw a demand; its history is kept', access: 'shape', params: IdParams, reply: Empty, status: 204 }),
} as const
