import type { Charter, Charters } from '@throughline/contract/governance'
import type { Unit } from '@throughline/contract/people'
import { toWire } from '@throughline/contract/wire'
import { charterHolds, charterOverlaps, raciFaults } from '@throughline/engine/governance'
import { factsOf, standingsOf, type Standing } from './standing.ts'
import type { StoredCharter, StoredCharterEdition } from './store.ts'
import { textOf } from './text.ts'

/** Charters with what is not sound in them, and where bodies overlap: those in force with each other, and drafts with those. */
export function presentCharters({ charters, editions, units, today }: { readonly charters: readonly StoredCharter[]; readonly editions: readonly StoredCharterEdition[]; readonly units: readonly Unit[]; readonly today: string }): Charters {
  const standings = standingsOf(charters, editions, today)
  const inForce = new Set(standings.filter(({ state }) => charterHolds(state)).map(({ charter }) => charter.id))
  const overlaps = charterOverlaps(standings.flatMap((one) => factsOf(one) ?? []), units).filter(({ charterIds }) => charterIds.some((id) => inForce.has(id)))
  const over = ({ state }: Standing): boolean => state === 'expired' || state === 'ended'
  return {
    charters: [...standings.filter((one) => !over(one)), ...standings.filter(over)].map((one) => presentCharter(one, units)),
    overlaps: overlaps.map(({ subject, bodies, charterIds, conflict, why }) => ({ subject, bodies: [...bodies], charterIds: [...charterIds], conflict, why: toWire(why) })),
    units: units.map(({ id, name }) => ({ id, name })),
  }
}

const presentCharter = ({ charter: { id, version, said, ended_at, ended_by, ended_because }, editions, state }: Standing, units: readonly Unit[]): Charter => ({
  id, version, text: textOf(said), state,
  editions: editions.map(({ no, said: signed, expires_on, findings, words, signed_by, signed_at }) => ({ no, ...textOf(signed), expiresOn: expires_on, findings: findings.map(({ criterion, met, evidence }) => ({ criterion, met, evidence })), words, by: signed_by, at: signed_at })),
  faults: raciFaults(said.rows, units).map(({ subject, kind, parties }) => ({ subject, kind, parties: [...parties] })),
  ended: ended_at === null ? null : { by: ended_by ?? '', at: ended_at, words: ended_because ?? '' },
})
