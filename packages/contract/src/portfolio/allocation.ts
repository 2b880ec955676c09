import { Type, type Static } from 'typebox'
import { PlanPeriod, PoolUnit, Quantity } from '../capacity/schemas.ts'
import { CivilDate, ExplainedNumber, Id, NumberMetric, route } from '../wire/index.ts'

const ref = Type.Object({ id: Id, name: Type.String() })
const pool = Type.Object({ id: Id, name: Type.String(), unit: PoolUnit })

/** How much of a pool goes to the top quarter over the periods in which its skills are scarce: nine tenths of its capacity are needed, or more. */
export const PoolAllocation = Type.Object({ pool, scarce: Type.Array(Type.String()), peak: Type.Number(), top: Quantity, all: Quantity, share: ExplainedNumber })
export type PoolAllocation = Static<typeof PoolAllocation>

/** An initiative of the top quarter that is short of a pool: of what it lacks, what could come from initiatives with less impact, and what only more people could bring. */
export const AllocationMismatch = Type.Object({ initiative: ref, pool, period: PlanPeriod, demand: Quantity, short: Quantity, reallocate: Quantity, add: Quantity, /** Initiatives with less impact that draw most on it then, with what each gets, ten at most; and how many draw on it. */ lower: Type.Array(Type.Object({ initiative: ref, gets: Quantity })), lowerCount: Type.Integer() })
export type AllocationMismatch = Static<typeof AllocationMismatch>

/** Whether scarce skills go where they count most, for the plan of record. */
export const Allocation = Type.Object({
  periods: Type.Array(PlanPeriod),
  /** The quarter of initiatives with most strategic impact, the most first, and the least impact among them. */
  top: Type.Object({ threshold: NumberMetric, assessed: Type.Integer(), unassessed: Type.Integer(), initiatives: Type.Array(Type.Object({ initiative: ref, impact: ExplainedNumber })) }),
  /** Pools that are scarce in any of the periods, by name; and how many others are not, or have no capacity recorded. */
  pools: Type.Array(PoolAllocation), ample: Type.Integer(), unrecorded: Type.Integer(),
  /** In the order of periods, then pools; at most 500, and how many there are besides. */
  mismatches: Type.Array(AllocationMismatch), omitted: Type.Integer(),
})
export type Allocation = Static<typeof Allocation>

export const allocationRoutes = {
  readAllocation: route({ method: 'GET', path: '/api/portfolio/allocation', summary: 'Which share of scarce skills goes to the quarter of initiatives with most strategic impact, and which of those are short of them', access: 'read', query: Type.Object({ from: Type.Optional(Type.Unsafe<string>({ ...CivilDate, description: 'A day of the first period; today where left out' })) }), reply: Allocation }),
} as const
