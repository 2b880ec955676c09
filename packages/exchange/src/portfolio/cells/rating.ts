import type { RatingLevel, RatingScale } from '../reading.ts'

/** The level that a text names: 'Amber/Red', 'amber-red ', 'AR', 'R'. Undefined for anything else. */
export function readLevel(text: string): RatingLevel | undefined {
  if (text.length > 60) return undefined
  const words = text.toLowerCase().replace(/[^a-z]+/g, ' ').trim().replace(/ (rag )?(rating|status)$/, '')
  return levelWords[words]
}

const levelWords: Readonly<Record<string, RatingLevel>> = {
  green: 'green', g: 'green',
  'amber green': 'amber_green', 'green amber': 'amber_green', ag: 'amber_green', 'a g': 'amber_green', ambergreen: 'amber_green',
  amber: 'amber', a: 'amber', yellow: 'amber', y: 'amber',
  'amber red': 'amber_red', 'red amber': 'amber_red', ar: 'amber_red', 'a r': 'amber_red', amberred: 'amber_red',
  red: 'red', r: 'red',
}

/** The scale that a heading names ('using a five-point scale'), else the one that the levels in use need; undefined without levels. */
export function ratingScaleOf(headings: readonly string[], levels: readonly RatingLevel[]): { readonly scale: RatingScale; readonly named: boolean } | undefined {
  const split = levels.some((level) => level === 'amber_green' || level === 'amber_red')
  if (split) return { scale: 'five_point', named: true }
  const text = headings.join(' ')
  if (/\b(five|5)[- ]point\b/i.test(text)) return { scale: 'five_point', named: true }
  if (/\b(three|3)[- ]point\b/i.test(text)) return { scale: 'three_point', named: true }
  return levels.length > 0 ? { scale: 'three_point', named: false } : undefined
}
