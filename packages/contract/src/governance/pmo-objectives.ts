import { Type, type Static } from 'typebox'
import { SmartVerdict } from '../strategy/index.ts'
import { CivilDate, ExplainedNumber, Id, Nullable, OneOf, route } from '../wire/index.ts'

/** A step on the way up from an objective: what it serves, and in whose strategy that stands. */
const Served = Type.Object({ id: Type.String(), statement: Type.String(), strategy: Type.String() })
/** An objective of a PMO with its measures, the line up to the strategy of the organisation, and what is missing. */
export const PmoObjective = Type.Object({
  id: Id, statement: Type.String(), description: Type.String(), owner: Nullable(Type.String()), deadline: Nullable(CivilDate),
  /** Its share in the organisation’s strategy in the end. */
  effective: ExplainedNumber, attainment: ExplainedNumber,
  /** What it serves, the nearest first; `linked` where the line ends at an objective of the organisation in force. */
  line: Type.Array(Served), linked: Type.Boolean(), /** Objectives of other strategies that serve it. */ servedBy: Type.Array(Served),
  smart: Type.Array(SmartVerdict), measures: Type.Array(Type.Object({ id: Id, name: Type.String(), attainment: ExplainedNumber, recorded: Type.Boolean() })), initiatives: Type.Integer({ description: 'Initiatives that serve it' }),
  missing: Type.Array(Type.String(), { description: 'Each a sentence for whoever mends it; none where it is sound' }),
})
export type PmoObjective = Static<typeof PmoObjective>
export const PmoStrategy = Type.Object({
  id: Id, name: Type.String(), unit: Nullable(Type.String()), level: OneOf(['unit', 'functional']), intent: Type.String(), parent: Type.String({ description: 'The strategy that it stands below' }),
  soundness: ExplainedNumber, /** Attainment by the weights that hold there. */ composite: ExplainedNumber, objectives: Type.Array(PmoObjective),
})
export type PmoStrategy = Static<typeof PmoStrategy>
/** The objectives of each PMO. A PMO is one that offers a service; its strategy is the one that is called as it or its unit is. */
export const PmoObjectives = Type.Object({
  pmos: Type.Array(Type.Object({ name: Type.String(), services: Type.Integer(), strategies: Type.Array(PmoStrategy) })),
  /** Objectives of the organisation that no objective of a PMO ends at; empty where no PMO has an objective. */
  unserved: Type.Array(Type.Object({ key: Type.String(), statement: Type.String(), weight: Type.Number() })),
})
export type PmoObjectives = Static<typeof PmoObjectives>

export const pmoObjectiveRoutes = {
  readPmoObjectives: route({ method: 'GET', path: '/api/governance/pmo-objectives', summary: 'Objectives of each PMO with their measures and the line up to the strategy of the organisation, whether each is specific, measurable, attainable, relevant and timed, and what is missing', access: 'read', reply: PmoObjectives }),
} as const
