import { solveBinary } from '../solve/index.ts'
import type { BinaryProgram, Found } from '../solve/index.ts'
import type { Watch } from './effort.ts'
import type { Opposite } from './result.ts'

/** What the portfolio loses by the opposite verdict on one column: the optimum as it is minus the optimum with the column forced. */
export function oppositeOf(program: BinaryProgram, found: Found, column: number, workUnits: number, watch: Watch = {}): Opposite {
  const value: 0 | 1 = found.plan[column] ? 0 : 1
  if (program.fixed[column] === 1 - value) {
    // A pin stands against it: the price is that of the pin, told by `pricePins`; here the pin is taken as movable.
    return oppositeOf({ ...program, fixed: program.fixed.with(column, null) }, found, column, workUnits, watch)
  }
  const forced = { ...program, fixed: program.fixed.with(column, value) }
  const solution = solveBinary(forced, { workUnits, start: found.plan.with(column, value === 1), shouldStop: watch.shouldStop })
  if (solution.status === 'empty') return { kind: 'impossible', proved: true }
  if (solution.status === 'undecided') return { kind: 'impossible', proved: false }
  const proved = found.proved && solution.proved
  return { kind: 'possible', valueLost: proved ? found.value - solution.value : found.bound - solution.value, proved }
}
