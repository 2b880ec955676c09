import { appRole } from '../migration.ts'
import type { Kept } from './catalogue.ts'
import { believedFrom, clockOf, validFrom } from './twin.ts'

/** The schema whose views answer under the names of the tables, as of the moment of the transaction. */
export const asOfSchema = 'as_of'

/** The view of a table as of `known_at()` and `valid_on()`; none for a table that shows the present alone. */
export function viewOf(kept: Kept): readonly string[] {
  const body = kept.none !== null ? kept.shownWhen && select(kept, kept.name, []) : kept.appendOnly ? select(kept, kept.name, [`${clockOf(kept)} <= known_at()`]) : kept.validFrom === null ? states(kept) : validStates(kept)
  return body ? [`create view ${asOfSchema}.${kept.name} with (security_invoker = true) as ${once(body)}`, `grant select on ${asOfSchema}.${kept.name} to ${appRole}`] : []
}

/** The moment is worked out once for a statement, not for every row. */
const once = (text: string): string => text.replaceAll(/\b(known_at|valid_on|current_org)\(\)/g, '(select $1())')

const select = ({ columns, shownWhen }: Kept, from: string, conditions: readonly string[]): string =>
  `select ${columns.map(({ name }) => name).join(', ')} from public.${from} where ${[...conditions, ...(shownWhen === null ? [] : [`(${shownWhen})`])].join(' and ')}`

const believed = `${believedFrom} <= known_at()`
const notReplaced = 'replaced_at > known_at()'

const states = (kept: Kept): string => `${select(kept, kept.name, [believed])} union all ${select(kept, `${kept.name}_past`, [believed, notReplaced])}`

/**
 * Where a position is asked for as well, of each thing the state that holds from the latest day until then, as last recorded by `known_at()`.
 * The row itself, where it holds by then: its day never goes back, so nothing holds from a later one. Else the latest of its past. The key
 * comes from the row, so that a search for one thing finds it by index; a branch that does not apply costs nothing, its condition is decided once.
 */
function validStates(kept: Kept): string {
  const { name, key, columns } = kept
  const own = key.map((column) => `s.${column} = i.${column}`).join(' and ')
  return `${select(kept, name, [believed, holds])}
    union all ${select(kept, `${name}_past`, [believed, notReplaced, `valid_on() = 'infinity'`])}
    union all select ${columns.map((column) => `${key.includes(column.name) ? 'i' : 'state'}.${column.name}`).join(', ')} from public.${name} i cross join lateral (
      select ${columns.map((column) => `s.${column.name}`).join(', ')} from public.${name}_past s where ${own} and s.${holds} and s.${believed}
        order by s.${validFrom} desc, s.${believedFrom} desc, s.past_no desc limit 1) state
    where valid_on() < 'infinity' and not (i.${holds} and i.${believed})`
}
const holds = `${validFrom} <= valid_on()`
