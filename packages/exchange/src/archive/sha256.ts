/** SHA-256 (FIPS 180-4) of bytes that come in pieces. */
export type Sha256 = { readonly add: (bytes: Uint8Array) => void; /** The digest in hexadecimal; nothing may be added after. */ readonly digest: () => string }

export function sha256(): Sha256 {
  const state = Uint32Array.from(initial)
  const block = new Uint8Array(64)
  const words = new Uint32Array(64)
  let [filled, total] = [0, 0]
  const add = (bytes: Uint8Array): void => {
    total += bytes.length
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(64 - filled, bytes.length - at)
      block.set(bytes.subarray(at, at + taken), filled)
      filled += taken
      at += taken
      if (filled === 64) {
        compress(state, block, words)
        filled = 0
      }
    }
  }
  const digest = (): string => {
    const bits = total * 8
    const end = new Uint8Array((filled < 56 ? 64 : 128) - filled)
    end[0] = 0x80
    const view = new DataView(end.buffer)
    view.setUint32(end.length - 8, Math.floor(bits / 0x1_0000_0000))
    view.setUint32(end.length - 4, bits >>> 0)
    add(end)
    return [...state].map((word) => word.toString(16).padStart(8, '0')).join('')
  }
  return { add, digest }
}

/** The first 32 bits of the fractional parts of a root of each of the first primes. */
const fractions = (count: number, root: (prime: number) => number): readonly number[] => primes.slice(0, count).map((prime) => ((root(prime) % 1) * 0x1_0000_0000) >>> 0)
const primes: readonly number[] = Array.from({ length: 312 }, (_, at) => at).filter((n) => n > 1 && Array.from({ length: n }, (_, d) => d).every((d) => d < 2 || n % d !== 0))
const initial = fractions(8, Math.sqrt)
const rounds = Uint32Array.from(fractions(64, Math.cbrt))

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

function compress(state: Uint32Array, block: Uint8Array, w: Uint32Array): void {
  for (let t = 0; t < 16; t++) w[t] = ((block[t * 4] ?? 0) << 24) | ((block[t * 4 + 1] ?? 0) << 16) | ((block[t * 4 + 2] ?? 0) << 8) | (block[t * 4 + 3] ?? 0)
  for (let t = 16; t < 64; t++) {
    const [x, y] = [w[t - 15] ?? 0, w[t - 2] ?? 0]
    w[t] = (w[t - 16] ?? 0) + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + (w[t - 7] ?? 0) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t++) {
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (rounds[t] ?? 0) + (w[t] ?? 0)) | 0
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + word
}
