import type { ObjectiveFacts } from '@throughline/engine/strategy'
import { numberIds } from './ids.ts'
import { pause, type Shared } from './numbered.ts'
import type { Links } from './shape.ts'
import type { PackedLinks } from './store/packed.ts'
import { shortsIn } from './unpack.ts'

/** Links one by one, in any order. */
export type Loose = { readonly count: number; readonly row: Uint32Array; readonly objective: Uint16Array; readonly contribution: Int16Array }
type Gathered = { -readonly [K in keyof Loose]: Loose[K] }

const gather = (most: number): Gathered => ({ count: 0, row: new Uint32Array(most), objective: new Uint16Array(most), contribution: new Int16Array(most) })

function add(to: Gathered, row: number, objective: number, contribution: number): void {
  to.row[to.count] = row
  to.objective[to.count] = objective
  to.contribution[to.count] = contribution
  to.count += 1
}

/** Reads links out of what the database sent; those to objectives that are not in force are left out. */
export async function looseLinks(shared: Shared, objectives: readonly ObjectiveFacts[], parts: readonly PackedLinks[]): Promise<Loose> {
  const loose = gather(parts.reduce((sum, { contributions }) => sum + contributions.length / 2, 0))
  const known = numberIds()
  known.admit(Buffer.from(objectives.map(({ id }) => id.replaceAll('-', '')).join(''), 'hex'))
  for (const part of parts) {
    const [rows, served, contributions] = [shared.ids.admit(part.ids), known.admit(part.objectives), shortsIn(part.contributions)]
    for (let link = 0; link < rows.length; link += 1) if ((served[link] ?? 0) < objectives.length) add(loose, rows[link] ?? 0, served[link] ?? 0, contributions[link] ?? 0)
    await pause()
  }
  return loose
}

/** Links row by row, those of a row in the order of the objectives. */
export function linksOf({ count, row, objective, contribution }: Loose, size: number): Links {
  const start = new Uint32Array(size + 1)
  for (let link = 0; link < count; link += 1) start[(row[link] ?? 0) + 1]! += 1
  for (let at = 0; at < size; at += 1) start[at + 1]! += start[at] ?? 0
  const next = start.slice()
  const links = { start, objective: new Uint16Array(count), contribution: new Int16Array(count) }
  for (let link = 0; link < count; link += 1) {
    const [of, served] = [row[link] ?? 0, objective[link] ?? 0]
    let at = next[of] ?? 0
    next[of] = at + 1
    for (; at > (start[of] ?? 0) && (links.objective[at - 1] ?? 0) > served; at -= 1) {
      links.objective[at] = links.objective[at - 1] ?? 0
      links.contribution[at] = links.contribution[at - 1] ?? 0
    }
    links.objective[at] = served
    links.contribution[at] = contribution[link] ?? 0
  }
  return links
}

/** The links of a moment, those of some rows taken from another reading. */
export function replaceLinks({ start, objective, contribution }: Links, size: number, rows: ReadonlySet<number>, now: Loose): Links {
  const all = gather(objective.length + now.count)
  for (let row = 0; row + 1 < start.length; row += 1)
    if (!rows.has(row)) for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at += 1) add(all, row, objective[at] ?? 0, contribution[at] ?? 0)
  for (let link = 0; link < now.count; link += 1) add(all, now.row[link] ?? 0, now.objective[link] ?? 0, now.contribution[link] ?? 0)
  return linksOf(all, size)
}
