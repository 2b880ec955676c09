/** A group of rows that stand together: `from` is the place of its first row, and groups of a deeper level lie within it. */
export type Section = { readonly key: string; readonly label: string; /** 0 for the outermost. */ readonly level: number; readonly from: number; readonly count: number }

/** One line of the grid: a row by its place in the order of the view, or the head of a group. */
export type Line = { readonly kind: 'row'; readonly place: number } | { readonly kind: 'group'; readonly group: Section; readonly open: boolean }

/** The lines to show, without one object for each: a grid may have millions. */
export type Lines = {
  readonly count: number
  /** Rows in the view, those of folded groups too. */
  readonly places: number
  at(line: number): Line | undefined
  /** The line on which a row stands; undefined inside a folded group. */
  lineOf(place: number): number | undefined
}

/** Lines of so many rows under their groups, which come in order, each before those within it. Keys in `collapsed` are folded. */
export function layLines(places: number, sections: readonly Section[], collapsed: readonly string[]): Lines {
  if (sections.length === 0) return { count: places, places, at: (line) => (line >= 0 && line < places ? { kind: 'row', place: line } : undefined), lineOf: (place) => (place >= 0 && place < places ? place : undefined) }
  const heads = layHeads(sections, new Set(collapsed))
  const last = heads.at(-1)
  const count = last ? last.line + 1 + last.rows : 0
  const headAt = (line: number): Head | undefined => heads[lastWhere(heads, (head) => head.line <= line)]
  return {
    count,
    places,
    at: (line) => {
      const head = line >= 0 && line < count ? headAt(line) : undefined
      if (!head) return undefined
      return head.line === line ? { kind: 'group', group: head.group, open: head.open } : { kind: 'row', place: head.group.from + line - head.line - 1 }
    },
    lineOf: (place) => {
      const head = heads[lastWhere(heads, ({ group }) => group.from <= place)]
      const within = head ? place - head.group.from : -1
      return head && within < head.rows ? head.line + 1 + within : undefined
    },
  }
}

/** The head of a group: the line it stands on, and how many rows follow it before the next head. */
type Head = { readonly group: Section; readonly open: boolean; readonly line: number; readonly rows: number }

function layHeads(sections: readonly Section[], folded: ReadonlySet<string>): readonly Head[] {
  const heads: Head[] = []
  let line = 0
  let hiddenBelow = Number.POSITIVE_INFINITY
  sections.forEach((group, index) => {
    if (group.level > hiddenBelow) return
    const open = !folded.has(group.key)
    hiddenBelow = open ? Number.POSITIVE_INFINITY : group.level
    const innermost = (sections[index + 1]?.level ?? 0) <= group.level
    const rows = open && innermost ? group.count : 0
    heads.push({ group, open, line, rows })
    line += 1 + rows
  })
  return heads
}

/** The last index for which the test holds, where it holds up to some index and not beyond; -1 where it never does. */
function lastWhere<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const item = list[middle]
    if (item !== undefined && holds(item)) low = middle + 1
    else high = middle
  }
  return low - 1
}
