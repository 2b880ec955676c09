import { gives, type Member } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { refuse } from '@throughline/engine/kernel'
import type { Actor } from '../../database/index.ts'
import type { ReadingFacts } from './readings.ts'

type Refused<Code extends string> = { readonly ok: false; readonly refusal: Refusal<Code> }

/** Nobody confirms what nothing was read from. */
export const uncitedRefusal = ({ statement, cited }: ReadingFacts): Refused<'reading_uncited'> | undefined => (cited.length > 0 ? undefined : refuse({ code: 'reading_uncited', values: { name: statement } } as const))

/** Who cited what an objective rests on does not confirm it, unless there is no other member who decides and cited none of it. */
export function ownRefusal({ statement, cited }: ReadingFacts, actor: Pick<Actor, 'accountId'>, members: readonly Member[]): Refused<'own_reading'> | undefined {
  const readers = new Set(cited.map(({ cited_by_id }) => cited_by_id))
  if (!readers.has(actor.accountId)) return undefined
  const others = members.filter(({ id, role }) => gives(role, 'decide') && !readers.has(id))
  return others.length === 0 ? undefined : refuse({ code: 'own_reading', values: { name: statement, others: others.map(({ name }) => name).join(', ') } } as const)
}
