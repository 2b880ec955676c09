import type { DemandPart } from '@throughline/contract/portfolio'

/** What of a demand is being entered; what its kind does not take is not sent. */
export type DemandDraft = {
  readonly kind: DemandPart['kind']
  readonly one: string
  readonly other: string
  readonly several: readonly string[]
  /** Which variant; '' for any. */
  readonly variant: string
  readonly fromOn: string
  readonly toOn: string
  readonly count: string | null
  readonly tolerance: string | null
  readonly by: 'category' | 'unit' | 'horizon' | 'objective'
  readonly of: string
}

export const kindWords: Readonly<Record<DemandPart['kind'], string>> = {
  must: 'Goes ahead', mustNot: 'Stays out', startWithin: 'Starts between two dates', asVariant: 'Only in one variant', finishToStart: 'Starts after another has ended', requiresAny: 'Needs at least one of several', atMost: 'At most so many of a group', atLeast: 'At least so many of a group',
  shareCeiling: 'At most a share of all cost', shareFloor: 'At least a share of all cost', parallel: 'At most so many at one time', valueFloor: 'At least so many points for an objective',
}

/** Which fields a kind takes. */
export const takes: Readonly<Record<DemandPart['kind'], readonly (keyof DemandDraft)[]>> = {
  must: ['one'], mustNot: ['one'], startWithin: ['one', 'fromOn', 'toOn', 'variant'], asVariant: ['one', 'variant'], finishToStart: ['one', 'other', 'count'], requiresAny: ['one', 'several'], atMost: ['several', 'count'], atLeast: ['several', 'count'],
  shareCeiling: ['by', 'of', 'count', 'tolerance'], shareFloor: ['by', 'of', 'count', 'tolerance'], parallel: ['several', 'count'], valueFloor: ['of', 'count'],
}

/** The demand that was entered; undefined while something is missing. */
export function partOf({ kind, one, other, variant, several, fromOn, toOn, count, tolerance, by, of }: DemandDraft): DemandPart | undefined {
  const whole = count !== null && /^-?\d+$/.test(count) ? Number(count) : undefined
  const group = several.length > 0 ? [...several] : undefined
  switch (kind) {
    case 'must':
    case 'mustNot':
      return one ? { kind, initiativeId: one } : undefined
    case 'startWithin':
      return one && fromOn && toOn ? { kind, initiativeId: one, fromOn, toOn, ...(variant ? { variantId: variant } : {}) } : undefined
    case 'asVariant':
      return one && variant ? { kind, initiativeId: one, variantId: variant } : undefined
    case 'finishToStart':
      return one && other && whole !== undefined ? { kind, initiativeId: one, afterId: other, lagMonths: whole } : undefined
    case 'requiresAny':
      return one && group ? { kind, initiativeId: one, anyOf: group } : undefined
    case 'atMost':
      return group && whole !== undefined ? { kind, initiativeIds: group, most: whole } : undefined
    case 'atLeast':
      return group && whole !== undefined ? { kind, initiativeIds: group, least: whole } : undefined
    case 'shareCeiling':
    case 'shareFloor':
      return of && whole !== undefined ? { kind, of: { by, value: of }, percent: whole, tolerancePercent: Number(tolerance ?? '0') } : undefined
    case 'parallel':
      return whole === undefined ? undefined : { kind, initiativeIds: [...several], most: whole }
    case 'valueFloor':
      return of && whole !== undefined ? { kind, objectiveId: of, leastPoints: whole } : undefined
  }
}
