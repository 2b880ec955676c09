/** Σ c[k] x^k by Horner. */
export const polynomialAt = (coefficients: readonly number[], x: number): number => coefficients.reduceRight((sum, each) => sum * x + each, 0)

/**
 * All real roots of a polynomial in [low, high], rising. Between the roots of its derivative it is monotone, so that a change of sign
 * holds exactly one root; where it only touches zero the turning point itself is one. Each is halved down to the last bit.
 */
export function polynomialRoots(coefficients: readonly number[], low: number, high: number): readonly number[] {
  const largest = Math.max(...coefficients.map(Math.abs), 0)
  const scaled = largest === 0 ? [] : coefficients.map((each) => each / largest)
  while (scaled.length > 0 && scaled.at(-1) === 0) scaled.pop()
  if (scaled.length < 2) return []
  const turns = scaled.length === 2 ? [] : polynomialRoots(scaled.slice(1).map((each, at) => each * (at + 1)), low, high)
  const at = (x: number): number => polynomialAt(scaled, x)
  const touching = turns.filter((x) => Math.abs(at(x)) <= 1e-13 * scaled.reduce((sum, each, power) => sum + Math.abs(each) * Math.pow(Math.abs(x), power), 0))
  const places = [low, ...turns, high]
  const crossing = places.slice(1).flatMap((to, step) => {
    const from = places[step] ?? low
    if (touching.includes(from) || touching.includes(to)) return []
    return Math.sign(at(from)) * Math.sign(at(to)) < 0 ? [bisect(at, from, to)] : []
  })
  const ends = [low, high].filter((x) => at(x) === 0)
  return [...new Set([...crossing, ...touching, ...ends])].sort((a, b) => a - b)
}

/** The zero between two places of different sign, to the last bit. */
export function bisect(f: (x: number) => number, low: number, high: number): number {
  let [from, to] = [low, high]
  const sign = Math.sign(f(from))
  for (let step = 0; step < 200; step++) {
    const middle = from + (to - from) / 2
    if (middle === from || middle === to) break
    const there = Math.sign(f(middle))
    if (there === 0) return middle
    if (there === sign) from = middle
    else to = middle
  }
  return Math.abs(f(from)) <= Math.abs(f(to)) ? from : to
}
