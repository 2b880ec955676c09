import { coverageTold, type PromisedMovement, type ToldCoverage } from '@throughline/engine/portfolio'
import type { VersionMeasure, VersionObjective } from '@throughline/contract/strategy'
import type { StoredStrategy } from '../store.ts'

/** Coverage of the objectives of a version, and of those in force that it lacks. How often a measure is taken is as it stands in force: promises can only be of these. */
export function coverageOfVersion(objectives: readonly VersionObjective[], inForce: readonly VersionObjective[], measures: readonly Pick<StoredStrategy['measures'][number], 'id' | 'frequency'>[], promised: readonly PromisedMovement[]): readonly ToldCoverage[] {
  const everyOf = new Map(measures.map(({ id, frequency }) => [id, frequency === 'ad_hoc' ? null : frequency]))
  const keys = new Set(objectives.map(({ key }) => key))
  const decimal = (text: string | null): number | null => (text === null ? null : Number(text))
  const coverable = ({ id, name, unit, target }: VersionMeasure) => ({ id, name, unit, every: everyOf.get(id) ?? null, baseline: decimal(target.baseline), target: decimal(target.target), dueOn: target.dueOn })
  return [...objectives, ...inForce.filter(({ key }) => !keys.has(key))].map(({ key, measures: own }) => coverageTold(key, own.map(coverable), promised))
}
