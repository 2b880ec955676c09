import { parseDelimited } from './parse.ts'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** The delimiter that cuts the beginning of the text into the most regular table; a comma where none cuts it at all. */
export function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, 256_000)
  const scored = delimiters.map((delimiter) => ({ delimiter, score: regularity(sample, delimiter) }))
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}

/** Share of records as wide as most, times the logarithm of that width: 0 for a single column. Text after a closing quote counts against it. */
function regularity(sample: string, delimiter: Delimiter): number {
  const { records, slips } = parseDelimited(sample, delimiter, 60)
  const widths = records.map((record) => record.length)
  const broken = slips.filter((slip) => slip.kind === 'after-quote').length
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [width, count] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [1, 0] as [number, number])
  return widths.length === 0 ? 0 : ((count / widths.length) * Math.log(width)) / (1 + broken)
}
