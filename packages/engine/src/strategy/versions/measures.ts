import type { MeasureChange, MeasureField, NamedMeasure, VersionMeasure } from './facts.ts'

const fields: readonly MeasureField[] = ['name', 'definition', 'baseline', 'baselineOn', 'dueOn', 'tolerance', 'low', 'high']

/** What changed among the measures of one objective, by id: targets first, then the other fields, then what went and what came. */
export function measureChanges(before: readonly VersionMeasure[], after: readonly VersionMeasure[]): readonly MeasureChange[] {
  const [was, is] = [new Map(before.map((one) => [one.id, one])), new Map(after.map((one) => [one.id, one]))]
  const kept = [...was.values()].flatMap((from) => {
    const to = is.get(from.id)
    return to ? [{ from, to }] : []
  }).sort((a, b) => inOrder(a.to, b.to))
  const [gone, come] = [before.filter(({ id }) => !is.has(id)), after.filter(({ id }) => !was.has(id))].map((all) => all.map(named).sort(inOrder))
  return [
    ...kept.flatMap(({ from, to }): readonly MeasureChange[] => (from.target === to.target ? [] : [{ kind: 'target_changed', measure: named(to), from: from.target, to: to.target }])),
    ...kept.flatMap(({ from, to }) => fields.flatMap((field): readonly MeasureChange[] => (from[field] === to[field] ? [] : [{ kind: 'measure_changed', measure: named(to), field, from: from[field], to: to[field] }]))),
    ...(gone && come && gone.length + come.length > 0 ? [{ kind: 'measure_replaced' as const, from: gone, to: come }] : []),
  ]
}

/** The same change seen from the other side; `nameOf` gives the name that the measure had there. */
export const invertedMeasureChange = <C extends MeasureChange>(change: C, nameOf: (measure: NamedMeasure) => string): C => ({ ...change, ...('measure' in change ? { measure: { ...change.measure, name: nameOf(change.measure) } } : {}), from: change.to, to: change.from })

const named = ({ id, name, unit }: VersionMeasure): NamedMeasure => ({ id, name, unit })
const inOrder = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
