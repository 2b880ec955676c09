import type { CivilDate } from '../../kernel/index.ts'

/** A measure of an objective in a version. `id` is the same in every version; `identity` is that of its definition, not its name. Amounts are in its unit; `low` and `high` are the ends of its band. */
export type VersionMeasure = {
  readonly id: string
  readonly identity: string
  readonly name: string
  readonly definition: string
  readonly unit: string
  readonly target: number | null
  readonly dueOn: CivilDate | null
  readonly baseline: number | null
  readonly baselineOn: CivilDate | null
  readonly tolerance: number | null
  readonly low: number | null
  readonly high: number | null
}

/** An objective as a version has it. `units` is its weight in whole units of 10^-8; `key` is the same in every version. */
export type VersionObjective = {
  readonly key: string
  readonly statement: string
  readonly units: number
  readonly owner: string | null
  readonly deadline: CivilDate | null
  readonly parentKey: string | null
  readonly measures: readonly VersionMeasure[]
}

/** An objective of a unit or a function by what it is measured by; `key` is its id. What else differs of it `treeDifference` tells. */
export type MeasuredBelow = Pick<VersionObjective, 'key' | 'statement' | 'measures'>

/** A version of a strategy with everything that a difference looks at. `below` are objectives of units; left out where there are none. */
export type StrategyVersion = { readonly id: string; readonly no: number; readonly objectives: readonly VersionObjective[]; readonly below?: readonly MeasuredBelow[] }

/** A part of a weight that goes to (or comes from) another objective, in whole units. */
export type WeightPart = { readonly key: string; readonly units: number }

/** What a person said became of an objective that is in one version only, or that a new wording means the same. */
export type Mapping =
  | { readonly kind: 'retired'; readonly key: string; readonly weight: readonly WeightPart[] }
  | { readonly kind: 'added'; readonly key: string; readonly weight: readonly WeightPart[] }
  | { readonly kind: 'merged'; readonly from: readonly string[]; readonly to: string }
  | { readonly kind: 'split'; readonly from: string; readonly to: readonly string[] }
  | { readonly kind: 'same_meaning'; readonly key: string }

/** A measure by what people know it by: `name` is that of the later version. */
export type NamedMeasure = { readonly id: string; readonly name: string; readonly unit: string }
/** What can change of a measure beside its target. */
export type MeasureField = 'name' | 'definition' | 'baseline' | 'baselineOn' | 'dueOn' | 'tolerance' | 'low' | 'high'
/** One change among the measures of an objective, of the organisation or of a unit alike; `measure_replaced` names what went and what came. */
export type MeasureChange =
  | { readonly kind: 'target_changed'; readonly measure: NamedMeasure; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'measure_changed'; readonly measure: NamedMeasure; readonly field: MeasureField; readonly from: string | number | null; readonly to: string | number | null }
  | { readonly kind: 'measure_replaced'; readonly from: readonly NamedMeasure[]; readonly to: readonly NamedMeasure[] }

type Turned<T> = { readonly key: string; readonly from: T; readonly to: T }
/** One typed change between two versions. */
export type VersionChange =
  | { readonly kind: 'added' | 'retired'; readonly key: string; readonly units: number; readonly weight: readonly WeightPart[] }
  | { readonly kind: 'merged'; readonly from: readonly string[]; readonly to: string }
  | { readonly kind: 'split'; readonly from: string; readonly to: readonly string[] }
  | ({ readonly kind: 'reworded'; readonly confirmed: boolean } & Turned<string>)
  | ({ readonly kind: 'reweighted' } & Turned<number>)
  | ({ readonly kind: 'deadline_moved' } & Turned<CivilDate | null>)
  | ({ readonly kind: 'owner_changed' } & Turned<string | null>)
  | ({ readonly kind: 'parent_changed' } & Turned<string | null>)
  | ({ readonly key: string } & MeasureChange)

/** Why two versions cannot be compared yet. */
export type DifferenceRefusal =
  | { readonly code: 'weights_not_one'; readonly versionId: string; readonly found: number }
  | { readonly code: 'key_twice'; readonly versionId: string; readonly key: string }
  | { readonly code: 'mapping_unknown'; readonly key: string }
  | { readonly code: 'mapped_twice'; readonly key: string }
  | { readonly code: 'weight_not_released'; readonly key: string; readonly found: number; readonly expected: number }
  | { readonly code: 'objectives_unmatched'; readonly before: readonly string[]; readonly after: readonly string[] }
