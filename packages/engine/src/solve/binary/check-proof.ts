import { PRICE_UNIT, exactTerms, floorDivide } from './bound.ts'
import { deduce, valueStep, withReachableLimits } from './deduce.ts'
import type { Decided } from './deduce.ts'
import type { BinaryProgram } from './program.ts'
import type { Proof } from './proof.ts'

/**
 * Whether `proof` shows, in whole-number arithmetic and without trusting the search, that no plan is worth more than `value`.
 * At each node: decide what the rows force, close the node if its prices allow nothing above `value`, decide what the prices force, then
 * look at both halves of the split.
 */
export function checkProof(program: BinaryProgram, value: number, proof: Proof): boolean {
  const step = valueStep(program)
  const next = floorDivide(BigInt(value), step) * step + step
  return closes(withReachableLimits(program), next, proof, [...program.fixed])
}

/** Whether nothing worth `next` or more is left in the part of the space that `decided` describes. */
function closes(program: BinaryProgram, next: bigint, proof: Proof, decided: Decided): boolean {
  if (!deduce(program, decided)) return true
  if (proof.kind === 'leaf' && proof.ray !== null) return exactTerms(program, decided, program.values.map(() => 0), proof.ray).sum < 0n
  if (proof.prices !== null) {
    const { sum, net } = exactTerms(program, decided, program.values, proof.prices)
    const enough = next * PRICE_UNIT
    if (sum < enough) return true
    for (const [column, worth] of net.entries()) {
      if (decided[column] !== null) continue
      if (sum - (worth < 0n ? -worth : worth) < enough) decided[column] = worth > 0n ? 1 : 0
    }
    if (!deduce(program, decided)) return true
  }
  if (decided.every((each) => each !== null)) return worthOf(program, decided) < next
  if (proof.kind === 'leaf') return false
  return ([0, 1] as const).every((side) => {
    if (decided[proof.column] === 1 - side) return true
    const half = [...decided]
    half[proof.column] = side
    return closes(program, next, side === 1 ? proof.in : proof.out, half)
  })
}

const worthOf = (program: BinaryProgram, decided: Decided): bigint =>
  program.values.reduce((sum, value, column) => (decided[column] === 1 ? sum + BigInt(value) : sum), 0n)
