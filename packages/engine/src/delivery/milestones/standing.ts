import type { MilestoneFacts } from './facts.ts'
import type { MilestoneForecast } from './forecast.ts'

/** How a milestone stands: reached in time or late; kept in most runs, in half of them or more, in fewer; or nothing can be said. */
export const milestoneStandings = ['reached', 'reached_late', 'on_course', 'at_risk', 'off_course', 'unknown'] as const
export type MilestoneStanding = (typeof milestoneStandings)[number]

/** Shares of runs from which on a milestone is on course (P80, as commitments are usually made) and from which it is at risk only. */
export const standingFrom = { onCourse: 0.8, atRisk: 0.5 } as const

export function milestoneStanding({ wantedOn, reachedOn }: Pick<MilestoneFacts, 'wantedOn' | 'reachedOn'>, { confidence: { metric } }: Pick<MilestoneForecast, 'confidence'>): MilestoneStanding {
  if (reachedOn !== null) return reachedOn <= wantedOn ? 'reached' : 'reached_late'
  if (metric.status !== 'ok') return 'unknown'
  return metric.value >= standingFrom.onCourse ? 'on_course' : metric.value >= standingFrom.atRisk ? 'at_risk' : 'off_course'
}
