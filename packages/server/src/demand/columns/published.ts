import type { Tx } from '../../database/index.ts'
import { once, pause, type Shared } from './numbered.ts'
import { noAmounts } from './blank.ts'
import type { Columns, Lines, Listed, Seen } from './shape.ts'
import { readPackedLines, readPackedListed, type PackedListed } from './store/packed.ts'
import { numbersIn, writeAmounts } from './unpack.ts'

/** Which initiatives a publication has: read once, for it never changes. */
export const listedIn = (tx: Tx, shared: Shared, publicationId: string): Promise<Listed> => once(shared.listed, publicationId, async () => (await inOrder(shared, await readPackedListed(tx, publicationId))).listed)

/** What a publication said of each initiative that it has: read once, for it never changes. */
export const linesIn = (tx: Tx, shared: Shared, publicationId: string): Promise<Lines> =>
  once(shared.lines, publicationId, async () => {
    const parts = await readPackedLines(tx, publicationId)
    const { listed, places } = await inOrder(shared, parts)
    const size = listed.row.length
    const lines = { ...listed, endOn: new Int32Array(size), cost: noAmounts(size), benefits: noAmounts(size), forecast: noAmounts(size) }
    for (const [index, part] of parts.entries()) {
      const [at, ends, becauses] = [places[index] ?? new Uint32Array(0), numbersIn(part.ends), numbersIn(part.becauses)]
      for (let line = 0; line < at.length; line += 1) lines.endOn[at[line] ?? 0] = ends[line] ?? 0
      for (const [place, amount] of (['cost', 'benefits', 'forecast'] as const).entries()) writeAmounts(lines[amount], at, part[amount], (line) => ((becauses[line] ?? 0) >> (7 * place)) & 127)
      await pause()
    }
    return lines
  })

/** The lines of some parts in the order of their rows, and the places in it of those of each part. */
async function inOrder(shared: Shared, parts: readonly PackedListed[]): Promise<{ readonly listed: Listed; readonly places: readonly Uint32Array[] }> {
  const rows: Uint32Array[] = []
  for (const { ids } of parts) {
    rows.push(shared.ids.admit(ids))
    await pause()
  }
  const placeOf = new Uint32Array(shared.ids.count)
  for (const part of rows) for (const row of part) placeOf[row] = 1
  let count = 0
  for (let row = 0; row < placeOf.length; row += 1) if (placeOf[row] === 1) placeOf[row] = ++count
  const listed = { row: new Uint32Array(count), rating: new Uint8Array(count) }
  const places = rows.map((part, index) => {
    const ratings = numbersIn(parts[index]?.ratings ?? Buffer.alloc(0))
    return part.map((row, line) => {
      const place = (placeOf[row] ?? 1) - 1
      listed.row[place] = row
      listed.rating[place] = ratings[line] ?? 0
      return place
    })
  })
  return { listed, places }
}

/** What the publications of a moment say of each of `size` rows. */
export async function seenIn(tx: Tx, shared: Shared, { publications, listing, known }: Columns['positions'], size: number): Promise<Seen> {
  const inForce = publications.map(({ id }) => id)
  const name = JSON.stringify([inForce, listing, known.filter((id) => !inForce.includes(id))])
  const before = shared.seen.get(name)
  if (before && before.current.length >= size) return fitting(before, size)
  const seen = before ? extended(before, size) : await sawAll(tx, shared, { inForce, listing, known }, size)
  shared.seen.set(name, seen)
  return seen
}

async function sawAll(tx: Tx, shared: Shared, { inForce, listing, known }: { readonly inForce: readonly string[]; readonly listing: readonly string[]; readonly known: readonly string[] }, size: number): Promise<Seen> {
  const seen = { current: new Uint8Array(size), reports: new Uint16Array(size), previous: new Uint8Array(size) }
  const everListed = new Uint8Array(size)
  // The newest first: what the second of them says is the rating before.
  for (const id of [...inForce].reverse()) {
    const { row, rating } = await listedIn(tx, shared, id)
    for (let line = 0; line < row.length; line += 1) {
      const at = row[line] ?? 0
      const count = (seen.reports[at] ?? 0) + 1
      seen.reports[at] = count
      if (count === 2) seen.previous[at] = rating[line] ?? 0
    }
    await pause()
  }
  for (const id of known) for (const row of (await listedIn(tx, shared, id)).row) everListed[row] = 1
  for (let row = 0; row < size; row += 1) seen.current[row] = 1 - (everListed[row] ?? 0)
  for (const id of listing) for (const row of (await listedIn(tx, shared, id)).row) seen.current[row] = 1
  return seen
}

/** Rows that came later stand in none of the same publications. */
function extended({ current, reports, previous }: Seen, size: number): Seen {
  const longer = { current: new Uint8Array(size).fill(1), reports: new Uint16Array(size), previous: new Uint8Array(size) }
  longer.current.set(current)
  longer.reports.set(reports)
  longer.previous.set(previous)
  return longer
}

const fitting = (seen: Seen, size: number): Seen => (seen.current.length === size ? seen : { current: seen.current.subarray(0, size), reports: seen.reports.subarray(0, size), previous: seen.previous.subarray(0, size) })
