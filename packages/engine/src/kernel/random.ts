/** A stream of numbers that depends on its seed only: same seed, same stream, on every machine. */
export type Random = {
  /** Next whole number in [0, 2^32). */
  readonly nextUint32: () => number
  /** Next number in [0, 1) with 32 bits. */
  readonly next: () => number
  /** Next whole number in [0, bound). */
  readonly below: (bound: number) => number
}

/** sfc32 (C. Doty-Humphrey, PractRand), seeded through splitmix32; whole-number arithmetic only. */
export function random(seed: number): Random {
  let mix = seed >>> 0
  const split = (): number => {
    mix = (mix + 0x9e3779b9) | 0
    let z = mix ^ (mix >>> 16)
    z = Math.imul(z, 0x21f0aaad)
    z ^= z >>> 15
    z = Math.imul(z, 0x735a2d97)
    return z ^ (z >>> 15)
  }
  let [a, b, c, counter] = [split(), split(), split(), 1]
  const nextUint32 = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum | 0
    return sum >>> 0
  }
  for (let warm = 0; warm < 12; warm++) nextUint32()
  const next = (): number => nextUint32() / 4294967296
  return { nextUint32, next, below: (bound) => Math.floor(next() * bound) }
}
