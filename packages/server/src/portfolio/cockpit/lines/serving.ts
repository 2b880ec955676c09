import type { Columns } from '../../../demand/index.ts'
import type { HelpBelow } from '../../../strategy/index.ts'

/** Which rows serve what: objectives of the organisation, directly or through objectives of units, and whether a row helps a unit at all. */
export type Serving = { readonly links: Columns['links']; readonly below: ReadonlySet<number> }

/**
 * Links of rows with those through objectives of units, as the line of sight counts them: what was judged at the top holds there, whatever
 * it is, and each pair counts once. Without strategies of units the links are those of the columns.
 */
export function servingOf({ ids, links, objectives }: Pick<Columns, 'ids' | 'links' | 'objectives'>, help: HelpBelow): Serving {
  const placeOf = new Map(objectives.map(({ id }, place) => [id, place]))
  const through = new Map<number, Set<number>>()
  const below = new Set<number>()
  for (const { initiativeId, objectiveId } of help) {
    const [row, place] = [ids.find(initiativeId), placeOf.get(objectiveId ?? '')]
    if (row === undefined) continue
    below.add(row)
    if (place !== undefined && !judged(links, row, place)) through.set(row, (through.get(row) ?? new Set()).add(place))
  }
  return { links: through.size === 0 ? links : withMore(links, through), below }
}

function judged({ start, objective }: Columns['links'], row: number, place: number): boolean {
  for (let link = start[row] ?? 0; link < (start[row + 1] ?? 0); link += 1) if (objective[link] === place) return true
  return false
}

/** A contribution of a thousandth: that it is more than 0 is all that is counted. */
function withMore({ start, objective, contribution }: Columns['links'], through: ReadonlyMap<number, ReadonlySet<number>>): Columns['links'] {
  const count = objective.length + [...through.values()].reduce((sum, { size }) => sum + size, 0)
  const more = { start: new Uint32Array(start.length), objective: new Uint16Array(count), contribution: new Int16Array(count) }
  let at = 0
  for (let row = 0; row + 1 < start.length; row += 1) {
    more.start[row] = at
    for (let link = start[row] ?? 0; link < (start[row + 1] ?? 0); link += 1) {
      more.objective[at] = objective[link] ?? 0
      more.contribution[at++] = contribution[link] ?? 0
    }
    for (const place of through.get(row) ?? []) {
      more.objective[at] = place
      more.contribution[at++] = 1
    }
  }
  more.start[start.length - 1] = at
  return more
}
