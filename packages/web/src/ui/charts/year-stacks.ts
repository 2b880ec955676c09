export type YearSeries = {
  readonly key: string
  readonly label: string
  /** One value per year; null: no figure. */
  readonly values: readonly (number | null)[]
  /** Which of them are derived by us rather than published or entered: hatched. */
  readonly derived?: readonly boolean[]
  readonly hue?: number
}

export type Segment = { readonly series: number; readonly year: number; readonly value: number; readonly from: number; readonly to: number; readonly derived: boolean }

/** Every value from zero by itself, for series that stand side by side in a year. */
export function groupYears(years: number, series: readonly YearSeries[]): readonly Segment[] {
  return Array.from({ length: years }, (_, year) => year).flatMap((year) =>
    series.flatMap(({ values, derived }, index) => {
      const value = values[year] ?? null
      return value === null ? [] : [{ series: index, year, value, from: 0, to: value, derived: derived?.[year] ?? false }]
    }),
  )
}

/** Stacks values above zero upwards and those below downwards. A year's total is null where any of its values is. */
export function stackYears(years: number, series: readonly YearSeries[]): { readonly segments: readonly Segment[]; readonly totals: readonly (number | null)[] } {
  const segments: Segment[] = []
  const totals: (number | null)[] = []
  for (let year = 0; year < years; year++) {
    let [up, down] = [0, 0]
    let whole = true
    series.forEach(({ values, derived }, index) => {
      const value = values[year] ?? null
      if (value === null) {
        whole = false
        return
      }
      const from = value < 0 ? down : up
      segments.push({ series: index, year, value, from, to: from + value, derived: derived?.[year] ?? false })
      if (value < 0) down += value
      else up += value
    })
    totals.push(whole ? up + down : null)
  }
  return { segments, totals }
}
