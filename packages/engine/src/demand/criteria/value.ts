import type { Criterion, CriterionSource, Scale } from './facts.ts'

/** What a criterion reads of an initiative: a number, or the name of a level. */
export type Raw = number | string
/** The value of what was read, 0 to 100; `beyond` where a number lies outside the points and takes the value of the nearer end. */
export type ScaleValue = { readonly value: number; readonly beyond: boolean }

/** The value of what was read; undefined where it is no level of the scale, or no number. Points 0 → 0 and 4 → 100: 3 → 75. */
export function valueOf(scale: Scale, raw: Raw): ScaleValue | undefined {
  if (scale.kind === 'levels') {
    const level = scale.levels.find(({ name }) => typeof raw === 'string' && sameName(name, raw))
    return level && { value: level.value, beyond: false }
  }
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return undefined
  const [first, last] = [scale.points[0], scale.points.at(-1)]
  if (!first || !last) return undefined
  if (raw <= first.at) return { value: first.value, beyond: raw < first.at }
  if (raw >= last.at) return { value: last.value, beyond: raw > last.at }
  const next = scale.points.findIndex(({ at }) => at >= raw)
  const [low, high] = [scale.points[next - 1] ?? first, scale.points[next] ?? last]
  return { value: low.value + ((raw - low.at) / (high.at - low.at)) * (high.value - low.value), beyond: false }
}

/** Names are told apart by their letters, not by their case. */
export const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

/** What a weight is given for, as one text: what is read, in which unit, and by which scale. The same where all of it is the same, so that a weight can say for which range it was given. */
export const rangeText = ({ source, scale }: Pick<Criterion, 'source' | 'scale'>): string => `${sourceText(source)}: ${scaleText(scale)}`
const sourceText = (source: CriterionSource): string => (source.kind === 'figure' ? source.figure : source.kind === 'field' ? source.fieldId : `judged ${source.measureId ?? ''}`)
const scaleText = (scale: Scale): string =>
  scale.kind === 'points' ? `points ${JSON.stringify(scale.unit.trim())} ${scale.points.map(({ at, value }) => `${at}=${value}`).join(' ')}` : `levels ${JSON.stringify(scale.levels.map(({ name, value }) => [name.trim(), value]))}`
