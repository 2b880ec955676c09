import type { RoadmapCase, RoadmapRelaxation } from '@throughline/engine/portfolio'
import { isLimit, isRoadmapPin, withRoadmapPin, type Limit, type RoadmapLevers } from './levers.ts'

type Gives = RoadmapRelaxation['gives']

/**
 * The levers once these demands have given way; undefined where one of them is no lever: recorded for everybody, also below a pin of one's own
 * that would only let it come back, or given up altogether.
 */
export function givingWay(levers: RoadmapLevers, base: RoadmapCase, gives: Gives): RoadmapLevers | undefined {
  return gives.reduce<RoadmapLevers | undefined>((next, each) => (next === undefined ? undefined : oneGivingWay(next, base, each)), levers)
}

/** Whether nothing but pins of one's own would be let go of. */
export const areOwnPins = ({ pins }: RoadmapLevers, gives: Gives): boolean => gives.every(({ constraint }) => isRoadmapPin(constraint) && pins.some((pin) => pin.candidateId === constraint.candidateId))

function oneGivingWay(levers: RoadmapLevers, base: RoadmapCase, give: Gives[number]): RoadmapLevers | undefined {
  const { constraint, percent, loosened } = give
  if (isRoadmapPin(constraint)) return areOwnPins(levers, [give]) && !base.constraints.some((each) => isRoadmapPin(each) && each.candidateId === constraint.candidateId) ? withRoadmapPin(levers, constraint.candidateId, undefined) : undefined
  if (constraint.kind === 'mostMoves') return { ...levers, mostMoves: loosened?.kind === 'mostMoves' ? loosened.most : null }
  const place = isLimit(constraint) ? base.constraints.findIndex((each) => isLimit(each) && limits(each) === limits(constraint)) : -1
  if (place < 0 || percent === null) return undefined
  // Rounded up: a part of a percent less would not be enough.
  return { ...levers, percents: { ...levers.percents, [place]: Math.ceil(((levers.percents[place] ?? 100) * (100 + percent)) / 100) } }
}

/** What is limited, whatever the amount. */
const limits = (limit: Limit): string => JSON.stringify([limit.kind, limit.kind === 'poolCapacity' ? limit.poolIds : limit.potIds])
