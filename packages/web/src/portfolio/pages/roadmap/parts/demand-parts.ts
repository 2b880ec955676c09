import type { DemandPart } from '@throughline/contract/portfolio'
import type { RoadmapWords } from '../words.ts'

/** What of a demand is being entered; what its kind does not take is not sent. */
export type DemandDraft = {
  readonly kind: DemandPart['kind']
  readonly one: string
  readonly other: string
  readonly several: readonly string[]
  readonly fromOn: string
  readonly toOn: string
  readonly count: string | null
  readonly tolerance: string | null
  readonly by: 'category' | 'unit' | 'horizon' | 'objective'
  readonly of: string
}

export const kindWords: Readonly<Record<DemandPart['kind'], string>> = {
  must: 'Goes ahead', mustNot: 'Stays out', startWithin: 'Starts between two dates', finishToStart: 'Starts after another has ended', requiresAny: 'Needs at least one of several', atMost: 'At most so many of a group', atLeast: 'At least so many of a group',
  shareCeiling: 'At most a share of all cost', shareFloor: 'At least a share of all cost', parallel: 'At most so many at one time', valueFloor: 'At least so many points for an objective',
}

/** Which fields a kind takes. */
export const takes: Readonly<Record<DemandPart['kind'], readonly (keyof DemandDraft)[]>> = {
  must: ['one'], mustNot: ['one'], startWithin: ['one', 'fromOn', 'toOn'], finishToStart: ['one', 'other', 'count'], requiresAny: ['one', 'several'], atMost: ['several', 'count'], atLeast: ['several', 'count'],
  shareCeiling: ['by', 'of', 'count', 'tolerance'], shareFloor: ['by', 'of', 'count', 'tolerance'], parallel: ['several', 'count'], valueFloor: ['of', 'count'],
}

/** The demand that was entered; undefined while something is missing. */
export function partOf({ kind, one, other, several, fromOn, toOn, count, tolerance, by, of }: DemandDraft): DemandPart | undefined {
  const whole = count !== null && /^-?\d+$/.test(count) ? Number(count) : undefined
  const group = several.length > 0 ? [...several] : undefined
  switch (kind) {
    case 'must':
    case 'mustNot':
      return one ? { kind, initiativeId: one } : undefined
    case 'startWithin':
      return one && fromOn && toOn ? { kind, initiativeId: one, fromOn, toOn } : undefined
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

/** A recorded demand as a sentence without a full stop. */
export function partWords(part: DemandPart, { nameOf, format }: Pick<RoadmapWords, 'nameOf' | 'format'>): string {
  const list = (ids: readonly string[]): string => ids.map(nameOf).join(', ')
  const share = (of: Extract<DemandPart, { kind: 'shareFloor' }>['of']): string => (of.by === 'horizon' ? `what ends ${of.value === 'short' ? 'soon' : 'late'}` : of.by === 'objective' ? `what serves ${nameOf(of.value)}` : nameOf(of.value))
  switch (part.kind) {
    case 'must':
      return `${nameOf(part.initiativeId)} goes ahead`
    case 'mustNot':
      return `${nameOf(part.initiativeId)} stays out`
    case 'startWithin':
      return `${nameOf(part.initiativeId)} starts between ${format.date(part.fromOn)} and ${format.date(part.toOn)}`
    case 'finishToStart':
      return `${nameOf(part.initiativeId)} starts after ${nameOf(part.afterId)} has ended${part.lagMonths === 0 ? '' : part.lagMonths > 0 ? `, ${part.lagMonths} months later or more` : `, at most ${-part.lagMonths} months before its end`}`
    case 'requiresAny':
      return `${nameOf(part.initiativeId)} needs at least one of ${list(part.anyOf)}`
    case 'atMost':
      return `At most ${part.most} of ${list(part.initiativeIds)}`
    case 'atLeast':
      return `At least ${part.least} of ${list(part.initiativeIds)}`
    case 'shareCeiling':
      return `At most ${part.percent} % of all cost for ${share(part.of)}${part.tolerancePercent > 0 ? `, give or take ${part.tolerancePercent} points` : ''}`
    case 'shareFloor':
      return `At least ${part.percent} % of all cost for ${share(part.of)}${part.tolerancePercent > 0 ? `, give or take ${part.tolerancePercent} points` : ''}`
    case 'parallel':
      return `At most ${part.most} under way at one time${part.initiativeIds.length > 0 ? ` of ${list(part.initiativeIds)}` : ''}`
    case 'valueFloor':
      return `${nameOf(part.objectiveId)} gets at least ${format.number(part.leastPoints, 0)} points`
  }
}
