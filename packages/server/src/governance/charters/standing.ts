import { charterHolds, charterState, type CharterFacts, type CharterState } from '@throughline/engine/governance'
import type { StoredCharter, StoredCharterEdition } from './store.ts'
import { saysTheSame } from './text.ts'

/** A charter with its editions, the newest first, and where it stands on a day. */
export type Standing = { readonly charter: StoredCharter; readonly editions: readonly StoredCharterEdition[]; readonly state: CharterState }

export function standingsOf(charters: readonly StoredCharter[], editions: readonly StoredCharterEdition[], today: string): readonly Standing[] {
  const own = Map.groupBy(editions, ({ charter_id }) => charter_id)
  return charters.map((charter) => {
    const all = own.get(charter.id) ?? []
    const [last] = all
    return { charter, editions: all, state: charterState({ expiresOn: last?.expires_on ?? null, endedOn: charter.ended_at?.slice(0, 10) ?? null, differs: last !== undefined && !saysTheSame(last.said, charter.said) }, today) }
  })
}

/** What a body has in writing: as signed where it stands on that, as it is to be signed where it is a draft; nothing of what expired or was ended. */
export function factsOf({ charter: { id, said }, editions: [last], state }: Standing): CharterFacts | undefined {
  const text = charterHolds(state) ? last?.said : state === 'draft' ? said : undefined
  return text && { id, body: text.body, rows: text.rows }
}
