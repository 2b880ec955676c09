import type { Sight, SightLink, SightRef } from '@throughline/contract/strategy'

/** A thing by one text: its kind and id. */
export const keyOf = ({ kind, id }: SightRef): string => `${kind} ${id}`

/** Everything on a line through a thing among some links, itself included: what it comes from and what comes of it, never sideways. */
export function tracedFrom(links: readonly SightLink[], key: string): ReadonlySet<string> {
  const [below, above] = [new Map<string, string[]>(), new Map<string, string[]>()]
  for (const { from, to } of links) {
    below.set(keyOf(from), [...(below.get(keyOf(from)) ?? []), keyOf(to)])
    above.set(keyOf(to), [...(above.get(keyOf(to)) ?? []), keyOf(from)])
  }
  const traced = new Set([key])
  for (const next of [below, above]) {
    const seen = new Set([key])
    const open = [key]
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const other of next.get(at) ?? []) {
        if (seen.has(other)) continue
        seen.add(other)
        traced.add(other)
        open.push(other)
      }
  }
  return traced
}

/** Height of a thing with the space below it, and of the head of a column, in px. */
export const pitchPx = 58
/** How far a curve reaches into its gutter. */
const bendPx = 14

/** Where the middle of a thing stands below the head of its column. */
export const middleOf = (row: number): number => row * pitchPx + (pitchPx - 8) / 2

/** A curve of a gutter that is `width` px wide, from one row to another. */
export const curve = (fromRow: number, toRow: number, width: number): string => {
  const [from, to] = [middleOf(fromRow), middleOf(toRow)]
  return `M0 ${from} C${bendPx} ${from} ${width - bendPx} ${to} ${width} ${to}`
}

/** Columns that stand on a line only where there is anything in them: what goes past them passes below. */
const passed: ReadonlySet<string> = new Set(['unit_objectives', 'tasks', 'changes'])

/** The row below everything in a column, where links pass. */
export const passingRow = ({ things, omitted }: Pick<Sight['columns'][number], 'things' | 'omitted'>): number => things.length + (omitted > 0 ? 0.5 : 0)

/** Links that pass below a column, by the things that they join. */
export function passing({ columns, links }: Pick<Sight, 'columns' | 'links'>, column: number): readonly { readonly from: string; readonly to: string; readonly hurts: boolean }[] {
  const at = placesOf(columns)
  return links.flatMap((link) => {
    const [from, to] = [at.get(keyOf(link.from)), at.get(keyOf(link.to))]
    return from && to && from.column < column && to.column > column && isDrawn(columns, from.column, to.column) ? [{ from: keyOf(link.from), to: keyOf(link.to), hurts: (link.strength ?? 0) < 0 }] : []
  })
}

const placesOf = (columns: Sight['columns']): ReadonlyMap<string, { readonly column: number; readonly row: number }> => new Map(columns.flatMap(({ things }, column) => things.map((thing, row) => [keyOf(thing), { column, row }] as const)))
const isDrawn = (columns: Sight['columns'], from: number, to: number): boolean => columns.slice(from + 1, to).every(({ column }) => passed.has(column))

/** The curves between each pair of neighbouring columns, by the rows in which things stand. A link over a column that is not always there passes below it; one over another is not drawn. */
export function curvesOf({ columns, links }: Pick<Sight, 'columns' | 'links'>): readonly (readonly { readonly from: string; readonly to: string; readonly fromRow: number; readonly toRow: number; readonly hurts: boolean }[])[] {
  const places = placesOf(columns)
  const row = (column: number, place: { readonly column: number; readonly row: number }): number => (place.column === column ? place.row : columns[column] ? passingRow(columns[column]) : 0)
  return columns.slice(0, -1).map((_, column) =>
    links.flatMap((link) => {
      const [from, to] = [places.get(keyOf(link.from)), places.get(keyOf(link.to))]
      return from && to && from.column <= column && to.column > column && isDrawn(columns, from.column, to.column) ? [{ from: keyOf(link.from), to: keyOf(link.to), fromRow: row(column, from), toRow: row(column + 1, to), hurts: (link.strength ?? 0) < 0 }] : []
    }),
  )
}

/** Where an arrow key goes from a thing: up and down within its column, left and right to the nearest thing on its line, else the first. */
export function stepFrom({ columns, links }: Pick<Sight, 'columns' | 'links'>, key: string, arrow: string): string | undefined {
  const column = columns.findIndex(({ things }) => things.some((thing) => keyOf(thing) === key))
  const rows = columns[column]?.things ?? []
  const row = rows.findIndex((thing) => keyOf(thing) === key)
  const at = { ArrowUp: row - 1, ArrowDown: row + 1, Home: 0, End: rows.length - 1 }[arrow]
  if (at !== undefined) return rows[at] && keyOf(rows[at])
  const step = arrow === 'ArrowRight' ? 1 : arrow === 'ArrowLeft' ? -1 : 0
  if (step === 0) return undefined
  const traced = tracedFrom(links, key)
  for (let next = column + step; next >= 0 && next < columns.length; next += step) {
    const things = columns[next]?.things ?? []
    const found = things.find((thing) => traced.has(keyOf(thing))) ?? things[0]
    if (found) return keyOf(found)
  }
  return undefined
}
