import type { BubblePoint } from '../ui/charts/index.ts'

/** Repeatable chance (mulberry32), so that every picture of the gallery is the same. */
export function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const next = mulberry(7)
const first = ['Pricing', 'Claims', 'Payments', 'Treasury', 'Workforce', 'Field', 'Identity', 'Supplier']
const second = ['platform', 'redesign', 'portal', 'consolidation', 'analytics', 'forecasting', 'migration']
/** Two words from the lists. */
export const nameOf = (chance: () => number): string => `${first[Math.floor(chance() * first.length)]} ${second[Math.floor(chance() * second.length)]}`

/** Four hundred candidates with value, risk and budget. */
export const known: readonly BubblePoint[] = Array.from({ length: 400 }, (_, index) => {
  const size = 0.3 + next() ** 4 * 12
  return { key: String(index), label: nameOf(next), x: 1 + next() * 25, y: Math.round((next() ** 2 * 3 - 0.5) * size * 100) / 100, size: Math.round(size * 10) / 10, filled: false }
})
