type Named = { readonly id: string; readonly name: string }

/** By what initiatives could go together: the same people in the same period, waiting for the same initiative, moving the same measure, or the same skill in what they make. */
export const chanceKinds = ['pool', 'dependency', 'measure', 'skill'] as const
export type ChanceKind = (typeof chanceKinds)[number]

/** What one initiative has to do with something that others may have to do with as well; `period` where that is of a time. */
export type Witness = { readonly kind: ChanceKind; readonly thing: Named; readonly period?: string; readonly initiative: Named }
/** A chance to go together: what the initiatives share, when most of them do, and who they are, by name. */
export type Chance = { readonly kind: ChanceKind; readonly thing: Named; readonly period: string | null; readonly initiatives: readonly Named[] }

/**
 * Where two or more initiatives share something: one chance for each thing, in the period in which most of them do, the earliest of such. What
 * most initiatives share comes first.
 */
export function chancesOf(witnesses: readonly Witness[]): readonly Chance[] {
  const things = Map.groupBy(witnesses, ({ kind, thing }) => `${kind} ${thing.id}`)
  return [...things.values()]
    .flatMap((own): Chance[] => {
      const [first] = own
      if (!first) return []
      const periods = [...Map.groupBy(own, ({ period }) => period ?? '')].map(([period, all]) => ({ period, initiatives: [...new Map(all.map(({ initiative }) => [initiative.id, initiative])).values()] }))
      // Periods come in the order of time; only one that holds more initiatives goes before an earlier one.
      const most = periods.reduce((best, one) => (one.initiatives.length > best.initiatives.length ? one : best))
      return most.initiatives.length < 2 ? [] : [{ kind: first.kind, thing: first.thing, period: most.period === '' ? null : most.period, initiatives: most.initiatives.toSorted(byName) }]
    })
    .sort((a, b) => b.initiatives.length - a.initiatives.length || chanceKinds.indexOf(a.kind) - chanceKinds.indexOf(b.kind) || byName(a.thing, b.thing))
}

const byName = (a: Named, b: Named): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)
