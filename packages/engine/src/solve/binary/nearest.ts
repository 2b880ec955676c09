import type { BinaryProgram, Row } from './program.ts'
import { advance, openSearch } from './search.ts'

/** Elementary steps of going back: some ten milliseconds. */
const MOST_STEPS = 2_000_000

/** A plan with its value and a bound. */
type Bounded = { readonly plan: readonly boolean[]; readonly value: number; readonly bound: number; readonly proved: boolean }

/**
 * The plan, with as much of what differs from `start` taken back as costs no value and keeps every row: of plans that are worth the same, one
 * near that with which one began. A program of its own, over the columns that differ: the most of them, such that nothing is lost. Its value is
 * never lower; a `start` that is worth as much and keeps every row is kept whole.
 */
export function nearestTo<S extends Bounded>(program: BinaryProgram, start: readonly boolean[], found: S): S {
  const differing = [...found.plan.keys()].filter((column) => found.plan[column] !== (start[column] === true) && program.fixed[column] === null)
  if (differing.length === 0) return found
  const taken = takenBack(program, found.plan, differing)
  if (taken === null) return found
  const plan = [...found.plan]
  for (const column of taken) plan[column] = !plan[column]
  const value = program.values.reduce((sum, each, column) => (plan[column] ? sum + each : sum), 0)
  return { ...found, plan, value, proved: found.bound === value }
}

/** Which of the differing columns go back; null where the effort found none. */
function takenBack(program: BinaryProgram, plan: readonly boolean[], differing: readonly number[]): readonly number[] | null {
  const placeOf = new Map(differing.map((column, place) => [column, place]))
  const rows = [nothingLost(program, plan, differing), ...program.rows.map((row) => changesOf(row, plan, placeOf))].filter((row) => row.columns.length > 0)
  const every = rows.every(({ coefficients, limit }) => coefficients.reduce((sum, each) => sum + each, 0) <= limit)
  if (every) return differing
  const back = openSearch({ values: differing.map(() => 1), rows, fixed: differing.map(() => null) }, { record: false })
  advance(back, MOST_STEPS)
  return back.best === null ? null : differing.filter((_, place) => back.best?.plan[place] === 1)
}

/** Sum of what goes back is worth no less than what it replaces. */
function nothingLost({ values }: BinaryProgram, plan: readonly boolean[], differing: readonly number[]): Row {
  return { columns: [...differing.keys()], coefficients: differing.map((column) => (plan[column] ? values[column]! : -values[column]!)), limit: 0 }
}

/** What going back uses of a row, over the columns that differ, and the room that the plan leaves. */
function changesOf({ columns, coefficients, limit }: Row, plan: readonly boolean[], placeOf: ReadonlyMap<number, number>): Row {
  const [places, changes]: [number[], number[]] = [[], []]
  let room = limit
  columns.forEach((column, k) => {
    const [place, coefficient] = [placeOf.get(column), coefficients[k]!]
    if (plan[column]) room -= coefficient
    if (place === undefined || coefficient === 0) return
    places.push(place)
    changes.push(plan[column] ? -coefficient : coefficient)
  })
  return { columns: places, coefficients: changes, limit: room }
}
