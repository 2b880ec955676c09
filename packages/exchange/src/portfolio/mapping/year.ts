import type { HeadedYear } from '../draft.ts'

/**
 * The one year that a heading names: '2024-25 cost', 'Cost 2024/25 (£m)', 'FY2026 benefits', 'FY26', 'Cost 2027'.
 * Undefined where it names none, or more than one.
 */
export function yearOfHeading(heading: string): HeadedYear | undefined {
  const found = [...heading.replace(/_/g, ' ').matchAll(/(?<![\d.])(?:(?:FY\s?)?(20\d\d)\s?[-/–]\s?(20\d\d|\d\d)|(?:FY\s?)?(20\d\d)|FY\s?'?(\d\d)(?:\s?[-/–]\s?(\d\d))?|(\d\d)\/(\d\d))(?!\d)/gi)].flatMap(headed)
  const [first, ...others] = found
  return first && others.every((other) => other.year === first.year) ? first : undefined
}

function headed(match: RegExpMatchArray): readonly HeadedYear[] {
  const [label = '', long, longEnd, alone, short, shortEnd, bare, bareEnd] = match
  const first = Number(long ?? alone ?? (short === undefined ? `20${bare ?? ''}` : `20${short}`))
  const end = longEnd ?? shortEnd ?? bareEnd
  if (end === undefined) return [{ year: first, spans: false, label: label.trim() }]
  return (first + 1) % 100 === Number(end.slice(-2)) ? [{ year: first, spans: true, label: label.trim() }] : []
}
