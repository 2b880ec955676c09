import type { RoadmapStand } from '@throughline/contract/portfolio'
import { moneyObjective, toldObjective, type RoadmapObjective } from '@throughline/engine/portfolio'
import { countOf, UsageError, type Typed } from '../terminal/command.ts'

const grains = ['month', 'quarter', 'year'] as const
const goals = ['benefits', 'net', 'strategic'] as const

/** How finely is planned; undefined where the organisation's own grain is meant. */
export function readGrain(typed: Typed): RoadmapStand['grain'] | undefined {
  const word = typed.one('grain')
  const grain = grains.find((each) => each === word)
  if (word !== undefined && grain === undefined) throw new UsageError(`Found --grain ${word}; expected month, quarter or year.`)
  return grain
}

function readSecond(typed: Typed): (typeof goals)[number] | undefined {
  const word = typed.one('second')
  const goal = goals.find((each) => each === word)
  if (word !== undefined && goal === undefined) throw new UsageError(`Found --second ${word}; expected benefits, net or strategic.`)
  return goal
}

/** What the value of the answer counts: that of the second objective where there is one. */
export function unitAsked(typed: Typed, unit: RoadmapStand['valueUnit']): RoadmapStand['valueUnit'] {
  const second = readSecond(typed)
  return second === undefined ? unit : second === 'strategic' ? 'points' : 'money'
}

/** The objective that the options ask for; undefined where the one of the case stands. */
export function objectiveAsked(typed: Typed, stand: RoadmapStand): RoadmapObjective | undefined {
  const base = toldObjective(stand.case.objective)
  const [periods, second, confidence] = [typed.one('benefit-in'), readSecond(typed), countOf(typed, 'confidence')]
  if ([periods, second, confidence].filter((each) => each !== undefined).length > 1) throw new UsageError('Found more than one of --benefit-in, --second and --confidence; expected one.')
  if (periods !== undefined) return { kind: 'benefitIn', objectiveIds: [moneyObjective], periods: periodsNamed(periods, stand.case.periods) }
  if (second !== undefined) return { kind: 'lexicographic', first: base, second: stand.goals[second], withinPercent: countOf(typed, 'within') ?? 5 }
  if (confidence !== undefined) return { kind: 'robust', of: base, confidencePercent: confidence, worlds: 100, valuePercent: countOf(typed, 'uncertain') ?? 20, weightPercent: stand.valueUnit === 'points' ? 10 : 0, seed: 1 }
  return undefined
}

function periodsNamed(text: string, labels: readonly string[]): readonly number[] {
  const [first = '', last = first] = text.split('..')
  const [from, to] = [first, last].map((word) => labels.indexOf(word.trim()))
  if (from === undefined || to === undefined || from < 0 || to < from) throw new UsageError(`Found --benefit-in ${text}; expected one of ${labels.join(', ')}, or a first and a last with .. between.`)
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
