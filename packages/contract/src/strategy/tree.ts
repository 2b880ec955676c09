import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedNumber, Id, Nullable, NumberMetric, OneOf, route } from '../wire/index.ts'
import { AutonomyWaiver, StableKey } from './version-content.ts'
import { InitiativeRef, Measure, Weight } from './schemas.ts'

/** An objective in the tree of strategies. Links go both ways: what it serves above, what serves it below. `detached` where what it served is retired. */
export const TreeObjective = Type.Object({
  id: StableKey, statement: Type.String(), description: Type.String(), owner: Nullable(Type.String()), deadline: Nullable(CivilDate), weight: Weight, effective: ExplainedNumber, serves: Nullable(StableKey), servedBy: Type.Array(StableKey), detached: Type.Boolean(),
  /** How far it is by its measures, weighted alike; and those of an objective of a unit. They are those in force, whatever the version; what another version measures it by is in its content. */
  attainment: ExplainedNumber, measures: Type.Array(Measure),
  /** What serves it directly, the strongest first, and how strongly; of the organisation’s own objectives only how many do. */
  served: Type.Array(Type.Object({ initiative: InitiativeRef, contribution: Type.Number() })), initiatives: Type.Integer(),
})
export type TreeObjective = Static<typeof TreeObjective>

export const TreeWaiver = Type.Object({ waiver: AutonomyWaiver, unit: Type.String(), state: OneOf(['not_begun', 'in_force', 'ends_soon', 'ended']) })
export type TreeWaiver = Static<typeof TreeWaiver>

/** A strategy of the tree; the organisation’s own stands first and has no parent. `arrived` is how much weight from above its objectives carry, 1 where it weighs for itself. */
export const TreeStrategy = Type.Object({ id: Id, name: Type.String(), intent: Type.String(), level: OneOf(['corporate', 'unit', 'functional']), unitId: Nullable(Id), unit: Nullable(Type.String()), parentId: Nullable(Id), weights: OneOf(['inherited', 'local']), arrived: NumberMetric, /** What it weighs of the organisation’s objectives in the end. */ shared: Type.Array(Type.Object({ key: StableKey, weight: Type.Number() })), waived: Type.Boolean(), /** Attainment by the weights that hold there; undefined where too little of them is measured. */ composite: ExplainedNumber, /** Share of the weight that has a figure. */ coverage: Type.Number(), objectives: Type.Array(TreeObjective) })
export type TreeStrategy = Static<typeof TreeStrategy>

/** The strategies of the organisation, its units and functions, of one version. */
export const StrategyTree = Type.Object({
  version: Type.Object({ id: Id, no: Type.Integer(), status: OneOf(['draft', 'sent', 'in_force', 'superseded']) }), /** The draft of the next version, where there is one. */ draftId: Nullable(Id),
  strategies: Type.Array(TreeStrategy), waivers: Type.Array(TreeWaiver), /** What is wrong, in words. */ issues: Type.Array(Type.Object({ code: Type.String(), ids: Type.Array(Type.String()), words: Type.String() })),
  /** Objectives of the organisation that no unit takes up, where any unit has a strategy; and objectives of units that no initiative serves. */
  untaken: Type.Array(StableKey), unserved: Type.Array(StableKey),
})
export type StrategyTree = Static<typeof StrategyTree>

export const treeRoutes = {
  readTree: route({ method: 'GET', path: '/api/strategy/tree', summary: 'Strategies of the organisation, its units and functions: who serves what, effective weights, leave to go one’s own way, and what is wrong', access: 'read', query: Type.Object({ version: Type.Optional(Id) }), reply: StrategyTree }),
} as const
