import type { RoadmapAnswer, RoadmapOptions } from './answer.ts'
import type { RoadmapCase } from './case.ts'
import type { Must, MustNot, StartWithin } from './constraints/kinds.ts'
import { solveRoadmap } from './solve-roadmap.ts'

/** What a pin costs: solved again without it. `atMost` follows from the bound without the pin and holds for certain. */
export type RoadmapPinPrice = {
  readonly pin: Must | MustNot | StartWithin
  /** Value that the best plan found without the pin is worth more; never negative. */
  readonly price: number
  /** No plan without the pin gains more than this. */
  readonly atMost: number
}

/** Prices each pin of a case by taking it away, the others staying. Prices of several pins do not add up. */
export function priceRoadmapPins(given: RoadmapCase, answer: RoadmapAnswer, options: Omit<RoadmapOptions, 'start'>): readonly RoadmapPinPrice[] {
  const pins = given.constraints.filter((each) => each.kind === 'must' || each.kind === 'mustNot' || each.kind === 'startWithin')
  return pins.map((pin) => {
    const without = solveRoadmap({ ...given, constraints: given.constraints.filter((each) => each !== pin) }, { ...options, start: answer })
    // Without a pin the plan with it still stands, so a failure to find a better one is a price of 0.
    if (!without.ok) return { pin, price: 0, atMost: answer.bound - answer.value }
    return { pin, price: Math.max(0, without.value.value - answer.value), atMost: Math.max(0, without.value.bound - answer.value) }
  })
}
