import { monthsOf } from '../../capacity/index.ts'
import type { RoadmapCandidate, RoadmapConstraint, ShareOf } from '../roadmap/index.ts'
import type { RoadmapFacts } from './facts.ts'
import { placeOf, type Horizon } from './horizon.ts'

/** Whose share of cost is meant: a category, a unit, those that end soon or late, or those that serve an objective. */
export type KeptShare = { readonly by: 'category' | 'unit' | 'horizon' | 'objective'; readonly value: string }

/** A demand as people record it: initiatives by id, times as days and months, so that it holds whatever the grain of the periods. */
export type KeptPart =
  | { readonly kind: 'must' | 'mustNot'; readonly initiativeId: string }
  /** Starts from the period of `fromOn` to that of `toOn`, if it goes ahead; in this variant where one is named. */
  | { readonly kind: 'startWithin'; readonly initiativeId: string; readonly fromOn: string; readonly toOn: string; readonly variantId?: string }
  /** Goes ahead in this variant, if at all, whenever it starts. */
  | { readonly kind: 'asVariant'; readonly initiativeId: string; readonly variantId: string }
  /** Starts `lagMonths` or more after the other has ended, rounded up to whole periods. */
  | { readonly kind: 'finishToStart'; readonly initiativeId: string; readonly afterId: string; readonly lagMonths: number }
  | { readonly kind: 'requiresAny'; readonly initiativeId: string; readonly anyOf: readonly string[] }
  | { readonly kind: 'atMost'; readonly initiativeIds: readonly string[]; readonly most: number }
  | { readonly kind: 'atLeast'; readonly initiativeIds: readonly string[]; readonly least: number }
  | { readonly kind: 'shareCeiling' | 'shareFloor'; readonly of: KeptShare; readonly percent: number; readonly tolerancePercent: number }
  /** At most so many of these (empty: of all) are under way in one period. */
  | { readonly kind: 'parallel'; readonly initiativeIds: readonly string[]; readonly most: number }
  /** What goes ahead gives an objective at least so many points, undiscounted; 10,000 for full service by one initiative. */
  | { readonly kind: 'valueFloor'; readonly objectiveId: string; readonly leastPoints: number }

/** A demand with who asked for it and why. */
export type KeptDemand = { readonly id: string; readonly part: KeptPart; readonly because: string; readonly askedBy: string }

/** Initiatives that a demand names. */
export function namedBy(part: KeptPart): readonly string[] {
  switch (part.kind) {
    case 'must':
    case 'mustNot':
    case 'startWithin':
    case 'asVariant':
      return [part.initiativeId]
    case 'finishToStart':
      return [part.initiativeId, part.afterId]
    case 'requiresAny':
      return [part.initiativeId, ...part.anyOf]
    case 'atMost':
    case 'atLeast':
    case 'parallel':
      return part.initiativeIds
    default:
      return []
  }
}

/** A recorded demand as one of the case; or null where it has nothing to say there, since who it is about is no candidate, has no such variant any more, or its days lie outside. */
export function demandOf({ part, because, askedBy }: KeptDemand, { grain }: Pick<RoadmapFacts, 'grain'>, horizon: Horizon, candidates: ReadonlyMap<string, RoadmapCandidate>): RoadmapConstraint | null {
  const asked = { because, by: askedBy }
  const there = (ids: readonly string[]): readonly string[] => ids.filter((id) => candidates.has(id))
  if ('initiativeId' in part && !candidates.has(part.initiativeId)) return null
  const wanted = 'variantId' in part ? part.variantId : undefined
  if (wanted !== undefined && 'initiativeId' in part && !candidates.get(part.initiativeId)?.variants.some(({ id }) => id === wanted)) return null
  switch (part.kind) {
    case 'must':
    case 'mustNot':
      return { kind: part.kind, candidateId: part.initiativeId, ...asked }
    case 'startWithin': {
      const [from, to] = [Math.max(0, placeOf(horizon, part.fromOn)), Math.min(horizon.periods.length - 1, placeOf(horizon, part.toOn))]
      return from > to ? null : { kind: 'startWithin', candidateId: part.initiativeId, from, to, ...(wanted === undefined ? {} : { variantId: wanted }), ...asked }
    }
    case 'asVariant':
      return { kind: 'startWithin', candidateId: part.initiativeId, from: 0, to: horizon.periods.length - 1, variantId: part.variantId, ...asked }
    case 'finishToStart':
      return candidates.has(part.afterId) ? { kind: 'finishToStart', candidateId: part.initiativeId, after: part.afterId, lag: Math.ceil(part.lagMonths / monthsOf[grain]) } : null
    case 'requiresAny':
      return there(part.anyOf).length === 0 ? null : { kind: 'requiresAny', candidateId: part.initiativeId, requiresAny: there(part.anyOf) }
    case 'atMost':
      return there(part.initiativeIds).length === 0 ? null : { kind: 'atMost', candidateIds: there(part.initiativeIds), most: part.most }
    case 'atLeast':
      return there(part.initiativeIds).length === 0 ? null : { kind: 'atLeast', candidateIds: there(part.initiativeIds), least: part.least }
    case 'shareCeiling':
      return { kind: 'shareCeiling', of: shareOf(part.of), mostPercent: part.percent, tolerancePercent: part.tolerancePercent }
    case 'shareFloor':
      return { kind: 'shareFloor', of: shareOf(part.of), leastPercent: part.percent, tolerancePercent: part.tolerancePercent }
    case 'parallel':
      return part.initiativeIds.length === 0 ? { kind: 'parallel', most: part.most } : { kind: 'parallel', candidateIds: there(part.initiativeIds), most: part.most }
    case 'valueFloor':
      return { kind: 'valueFloor', objectiveId: part.objectiveId, least: Math.round(part.leastPoints / 10) }
  }
}

const shareOf = ({ by, value }: KeptShare): ShareOf => (by === 'objective' ? { kind: 'objective', objectiveId: value } : { kind: 'tag', dimension: by, tag: value })
