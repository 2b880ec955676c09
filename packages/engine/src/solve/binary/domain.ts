import type { Matrix } from './matrix.ts'

/** Not yet decided. */
export const FREE = -1

/** What is decided so far, and the least each row can come to. Sums are whole numbers below 2^53, so they are exact. */
export type Domain = {
  /** Per column FREE, 0 or 1. */
  readonly state: Int8Array
  /** Per row: decided part plus the least the free part can add. */
  readonly least: Float64Array
  /** Columns in the order they were decided, for undoing. */
  readonly trail: Int32Array
  trailLength: number
  /** Elementary steps done, for the count of work. */
  steps: number
}

/** A domain with nothing decided. */
export function freeDomain(matrix: Matrix): Domain {
  const domain: Domain = {
    state: new Int8Array(matrix.columns).fill(FREE),
    least: new Float64Array(matrix.rows),
    trail: new Int32Array(matrix.columns),
    trailLength: 0,
    steps: 0,
  }
  for (let i = 0; i < matrix.rows; i++) {
    for (let k = matrix.rowStart[i]!; k < matrix.rowStart[i + 1]!; k++) domain.least[i]! += Math.min(0, matrix.rowCoefficient[k]!)
  }
  return domain
}

/** Makes `target` equal to `source`. */
export function copyDomain(source: Domain, target: Domain): void {
  target.state.set(source.state)
  target.least.set(source.least)
  target.trail.set(source.trail)
  target.trailLength = source.trailLength
  target.steps += source.least.length
}

/** Decides one column and everything that follows from it; false where that contradicts a row. The trail tells what was decided. */
export function decide(matrix: Matrix, domain: Domain, column: number, value: number): boolean {
  if (domain.state[column] !== FREE) return domain.state[column] === value
  const from = domain.trailLength
  place(matrix, domain, column, value)
  return follow(matrix, domain, from)
}

/** Everything that follows from the rows alone; false where the rows contradict each other. */
export function decideImplied(matrix: Matrix, domain: Domain): boolean {
  const from = domain.trailLength
  for (let i = 0; i < matrix.rows; i++) if (!tighten(matrix, domain, i)) return false
  return follow(matrix, domain, from)
}

/** Takes back decisions until `trailLength` of them are left. */
export function undo(matrix: Matrix, domain: Domain, trailLength: number): void {
  while (domain.trailLength > trailLength) {
    const column = domain.trail[--domain.trailLength]!
    const one = domain.state[column] === 1
    for (let k = matrix.columnStart[column]!; k < matrix.columnStart[column + 1]!; k++) {
      const coefficient = matrix.columnCoefficient[k]!
      domain.least[matrix.columnRow[k]!]! += Math.min(0, coefficient) - (one ? coefficient : 0)
    }
    domain.steps += matrix.columnStart[column + 1]! - matrix.columnStart[column]!
    domain.state[column] = FREE
  }
}

function place(matrix: Matrix, domain: Domain, column: number, value: number): void {
  domain.state[column] = value
  domain.trail[domain.trailLength++] = column
  for (let k = matrix.columnStart[column]!; k < matrix.columnStart[column + 1]!; k++) {
    const coefficient = matrix.columnCoefficient[k]!
    domain.least[matrix.columnRow[k]!]! += (value === 1 ? coefficient : 0) - Math.min(0, coefficient)
  }
  domain.steps += matrix.columnStart[column + 1]! - matrix.columnStart[column]!
}

function follow(matrix: Matrix, domain: Domain, from: number): boolean {
  for (let head = from; head < domain.trailLength; head++) {
    const column = domain.trail[head]!
    for (let k = matrix.columnStart[column]!; k < matrix.columnStart[column + 1]!; k++) {
      if (!tighten(matrix, domain, matrix.columnRow[k]!)) return false
    }
  }
  return true
}

/** Decides the free columns whose dearer value would break the row. */
function tighten(matrix: Matrix, domain: Domain, row: number): boolean {
  const limit = matrix.limit[row]!
  const room = limit - domain.least[row]!
  if (room < 0) return false
  if (matrix.largest[row]! <= room) return true
  for (let k = matrix.rowStart[row]!; k < matrix.rowStart[row + 1]!; k++) {
    const column = matrix.rowColumn[k]!
    if (domain.state[column] !== FREE) continue
    const coefficient = matrix.rowCoefficient[k]!
    if (Math.abs(coefficient) > room) place(matrix, domain, column, coefficient > 0 ? 0 : 1)
  }
  domain.steps += matrix.rowStart[row + 1]! - matrix.rowStart[row]!
  return true
}
