import type { RoadmapOutcome, RoadmapStand } from '@throughline/contract/portfolio'
import { kneesOf, priceRoadmapPins, roadmapBottlenecks, roadmapFrontier, type FrontierOf } from '@throughline/engine/portfolio'
import type { FrontierTold, RoadmapReport } from '@throughline/exchange/roadmap'
import { UsageError } from '../terminal/command.ts'
import { minorText } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'

/** An amount of the value in words. */
export const worth = ({ valueUnit, currency }: Pick<RoadmapStand, 'valueUnit' | 'currency'>, amount: number): string => (valueUnit === 'money' ? minorText(Math.round(amount), currency) : `${Math.round(amount / 1_000)} points`)

/** Budgets or capacities of a frontier, in percent of what the case has. */
const percents: readonly number[] = [50, 60, 70, 80, 90, 95, 100, 105, 110, 120, 130, 150]
/** Each further solve, on this machine. */
const further = { seed: 1, effort: 20_000 }

/** Frontiers by what was typed: `money`, `people`, or the name of a pool. */
export function frontiersOf({ case: given, answer }: RoadmapOutcome, asked: readonly string[]): readonly FrontierTold[] {
  return asked.map((word) => {
    const pool = given.pools.find(({ name }) => name.toLowerCase() === word.toLowerCase())
    const of: FrontierOf | undefined = word === 'money' ? 'money' : word === 'people' ? 'pools' : pool && { poolId: pool.id }
    if (of === undefined) throw new UsageError(`Found --frontier ${word}; expected money, people${given.pools.map(({ name }) => `, ${name}`).join('')}.`)
    const points = roadmapFrontier(given, answer, of, percents, further)
    return { against: of === 'money' ? 'All budgets' : of === 'pools' ? 'All pools' : (pool?.name ?? word), points, knees: kneesOf(points) }
  })
}

/** A frontier as a table; a knee is where more brings markedly less. */
export function frontierLines(stand: RoadmapStand, { against, points, knees }: FrontierTold): readonly string[] {
  return [
    '',
    ...tableLines(points, [
      { head: against, of: ({ percent }) => `${percent} %`, right: true },
      { head: 'Value', of: ({ value }) => (value === null ? '(none)' : worth(stand, value)), right: true },
      { head: 'None exceeds', of: ({ bound }) => (Number.isFinite(bound) ? worth(stand, bound) : ''), right: true },
      { head: 'Go ahead', of: ({ plan }) => (plan === null ? '' : String(plan.length)), right: true },
      { head: '', of: ({ percent }) => (knees.includes(percent) ? 'knee' : '') },
    ]),
  ]
}

/** Everything that the workbook tells, worked out on this machine from case and answer. */
export function reportOf(stand: RoadmapStand, { case: given, answer }: RoadmapOutcome, frontiers: readonly FrontierTold[]): RoadmapReport {
  const { valueUnit, currency, from, keys, record, objectives, publication, notes } = stand
  return {
    case: given, answer, valueUnit, currency, from, keys, record, objectives, frontiers,
    bottlenecks: roadmapBottlenecks(given, answer, { ...further, count: 6 }), pins: priceRoadmapPins(given, answer, further),
    notes: [{ label: 'Roadmap', text: publication ? `As of ${publication.title}` : 'Without a published position' }, ...notes.map((text) => ({ label: 'Assumed', text }))],
  }
}
