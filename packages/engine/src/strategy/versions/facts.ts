import type { CivilDate } from '../../kernel/index.ts'

/** A measure of an objective in a version; `identity` is that of its definition, not its name. */
export type VersionMeasure = { readonly identity: string; readonly name: string; readonly target: number | null; readonly dueOn: CivilDate | null }

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

/** A version of a strategy with everything that a difference looks at. */
export type StrategyVersion = { readonly id: string; readonly no: number; readonly objectives: readonly VersionObjective[] }

/** A part of a weight that goes to (or comes from) another objective, in whole units. */
export type WeightPart = { readonly key: string; readonly units: number }

/** What a person said became of an objective that is in one version only, or that a new wording means the same. */
export type Mapping =
  | { readonly kind: 'retired'; readonly key: string; readonly weight: readonly WeightPart[] }
  | { readonly kind: 'added'; readonly key: string; readonly weight: readonly WeightPart[] }
  | { readonly kind: 'merged'; readonly from: readonly string[]; readonly to: string }
  | { readonly kind: 'split'; readonly from: string; readonly to: readonly string[] }
  | { readonly kind: 'same_meaning'; readonly key: string }

type Turned<T> = { readonly key: string; readonly from: T; readonly to: T }
/** One typed change between two versions. */
export type VersionChange =
  | { readonly kind: 'added' | 'retired'; readonly key: string; readonly units: number; readonly weight: readonly WeightPart[] }
  | { readonly kind: 'merged'; readonly from: readonly string[]; readonly to: string }
  | { readonly kind: 'split'; readonly from: string; readonly to: readonly string[] }
  | ({ readonly kind: 'reworded'; readonly confirmed: boolean } & Turned<string>)
  | ({ readonly kind: 'reweighted' } & Turned<number>)
  | ({ readonly kind: 'target_changed'; readonly identity: string } & Turned<number | null>)
  | ({ readonly kind: 'deadline_moved' } & Turned<CivilDate | null>)
  | ({ readonly kind: 'owner_changed' } & Turned<string | null>)
  | ({ readonly kind: 'parent_changed' } & Turned<string | null>)
  | ({ readonly kind: 'measure_replaced' } & Turned<readonly string[]>)

/** Why two versions cannot be compared yet. */
export type DifferenceRefusal =
  | { readonly code: 'weights_not_one'; readonly versionId: string; readonly found: number }
  | { readonly code: 'key_twice'; readonly versionId: string; readonly key: string }
  | { readonly code: 'mapping_unknown'; readonly key: string }
  | { readonly code: 'mapped_twice'; readonly key: string }
  | { readonly code: 'weight_not_released'; readonly key: string; readonly found: number; readonly expected: number }
  | { readonly code: 'objectives_unmatched'; readonly before: readonly string[]; readonly after: readonly string[] }
