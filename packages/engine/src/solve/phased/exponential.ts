/** Where e^-z is taken for nothing. */
const NEGLIGIBLE = 8
const PARTS = 16
/** e^-1/16. */
const PART = 0.9394130628134758

const decays = powersOf(PART, NEGLIGIBLE * PARTS)

function powersOf(factor: number, count: number): Float64Array {
  const powers = new Float64Array(count + 1).fill(1)
  for (let k = 1; k <= count; k++) powers[k] = powers[k - 1]! * factor
  return powers
}

/** e^-z for z from 0 on, to nine digits, and 0 from 8 on: the same bits on every machine, which the platform's own function does not promise. */
export function decay(z: number): number {
  if (!(z < NEGLIGIBLE)) return 0
  const whole = Math.floor(z * PARTS)
  const rest = z - whole / PARTS
  return decays[whole]! * (1 - rest * (1 - rest * (1 / 2 - rest * (1 / 6 - rest * (1 / 24 - rest / 120)))))
}

/** ln x for x in (0, 1] by its series in (x - 1) / (x + 1): the same bits on every machine. */
export function logarithm(x: number): number {
  let [scaled, halvings] = [x, 0]
  while (scaled < 0.5) {
    scaled *= 2
    halvings++
  }
  const z = (scaled - 1) / (scaled + 1)
  let [sum, power] = [0, z]
  for (let k = 1; k < 60; k += 2) {
    sum += power / k
    power *= z * z
  }
  return 2 * sum - halvings * 0.6931471805599453
}

/** A sum of logarithms of numbers between 10^-100 and 10^100, kept as a product as long as that is neither too large nor too small. */
export type LogSum = { sum: number; product: number }

export function addLog(logs: LogSum, x: number): void {
  logs.product *= x
  if (logs.product < 1e200 && logs.product > 1e-200) return
  logs.sum = totalOf(logs)
  logs.product = 1
}

export const totalOf = ({ sum, product }: LogSum): number => sum + (product > 1 ? -logarithm(1 / product) : logarithm(product))
