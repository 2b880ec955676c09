/** ln x for x in (0, 1] by its series in (x - 1) / (x + 1): the same bits on every machine. */
function logarithm(x: number): number {
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

/** Losses, in units of the temperature, that chance lets pass: entry k with a draw of k + 1/2 out of 4096 (Metropolis). */
export const letPass: Float64Array = Float64Array.from({ length: 4096 }, (_, k) => -logarithm((k + 0.5) / 4096))
