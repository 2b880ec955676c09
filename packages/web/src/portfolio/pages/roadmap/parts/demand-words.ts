import type { DemandPart } from '@throughline/contract/portfolio'
import type { RoadmapWords } from '../words.ts'

/** A recorded demand as a sentence without a full stop. */
export function partWords(part: DemandPart, { nameOf, variantOf, format }: Pick<RoadmapWords, 'nameOf' | 'variantOf' | 'format'>): string {
  const list = (ids: readonly string[]): string => ids.map(nameOf).join(', ')
  const share = (of: Extract<DemandPart, { kind: 'shareFloor' }>['of']): string => (of.by === 'horizon' ? `what ends ${of.value === 'short' ? 'soon' : 'late'}` : of.by === 'objective' ? `what serves ${nameOf(of.value)}` : nameOf(of.value))
  switch (part.kind) {
    case 'must':
      return `${nameOf(part.initiativeId)} goes ahead`
    case 'mustNot':
      return `${nameOf(part.initiativeId)} stays out`
    case 'startWithin':
      return `${nameOf(part.initiativeId)} starts between ${format.date(part.fromOn)} and ${format.date(part.toOn)}${part.variantId === undefined ? '' : `, as ${variantOf(part.variantId)}`}`
    case 'asVariant':
      return `${nameOf(part.initiativeId)} only as ${variantOf(part.variantId)}`
    case 'finishToStart':
      return `${nameOf(part.initiativeId)} starts after ${nameOf(part.afterId)} has ended${part.lagMonths === 0 ? '' : part.lagMonths > 0 ? `, ${part.lagMonths} months later or more` : `, at most ${-part.lagMonths} months before its end`}`
    case 'requiresAny':
      return `${nameOf(part.initiativeId)} needs at least one of ${list(part.anyOf)}`
    case 'atMost':
      return `At most ${part.most} of ${list(part.initiativeIds)}`
    case 'atLeast':
      return `At least ${part.least} of ${list(part.initiativeIds)}`
    case 'shareCeiling':
      return `At most ${format.percent(part.percent / 100, 2)} of all cost for ${share(part.of)}${part.tolerancePercent > 0 ? `, give or take ${part.tolerancePercent} points` : ''}`
    case 'shareFloor':
      return `At least ${format.percent(part.percent / 100, 2)} of all cost for ${share(part.of)}${part.tolerancePercent > 0 ? `, give or take ${part.tolerancePercent} points` : ''}`
    case 'parallel':
      return `At most ${part.most} under way at one time${part.initiativeIds.length > 0 ? ` of ${list(part.initiativeIds)}` : ''}`
    case 'valueFloor':
      return `${nameOf(part.objectiveId)} gets at least ${format.number(part.leastPoints, 0)} points`
  }
}
