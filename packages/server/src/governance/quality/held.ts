import type { Refusal } from '@throughline/contract/wire'
import { invariant, ok, type Result } from '@throughline/engine/kernel'
import { expectVersion, type Tx } from '../../database/index.ts'
import { lockDeliverable, readConditions, readDecisions, readDefects, readDeliverable, readEditions, readReviews, type OfInitiative, type StoredCondition, type StoredDecision, type StoredDefect, type StoredDeliverable, type StoredEdition, type StoredReview } from './store.ts'

/** A deliverable with everything that was recorded of it but rework; `edition` is the newest. */
export type Held = { readonly row: StoredDeliverable & OfInitiative; readonly edition: StoredEdition; readonly editions: readonly StoredEdition[]; readonly reviews: readonly StoredReview[]; readonly defects: readonly StoredDefect[]; readonly decisions: readonly StoredDecision[]; readonly conditions: readonly StoredCondition[] }

/** A deliverable in the version that was seen, held until the act ends. */
export async function heldDeliverable(tx: Tx, id: string, version: number): Promise<Result<Held, Refusal<'not_found' | 'version_moved'>>> {
  const found = await expectVersion(tx, await lockDeliverable(tx, id), { room: 'governance', kind: 'deliverable', id, version })
  return found.ok ? ok(await around(tx, found.value)) : found
}

/** As `heldDeliverable`, to be read; undefined where it is not there, or its initiative is not. */
export async function findDeliverable(tx: Tx, id: string): Promise<Held | undefined> {
  const row = await readDeliverable(tx, id)
  return row && around(tx, row)
}

async function around(tx: Tx, row: StoredDeliverable & OfInitiative): Promise<Held> {
  const ids = [row.id]
  const editions = await readEditions(tx, ids)
  const [edition] = editions
  invariant(edition !== undefined, 'a deliverable has an edition')
  return { row, edition, editions, reviews: await readReviews(tx, ids), defects: await readDefects(tx, ids), decisions: await readDecisions(tx, ids), conditions: await readConditions(tx, ids) }
}

/** Reviews of the newest edition. */
export const reviewsOf = ({ reviews, edition }: Held): readonly StoredReview[] => reviews.filter(({ edition_id }) => edition_id === edition.id)
/** Defects that nobody has seen corrected. */
export const openDefects = ({ defects }: Pick<Held, 'defects'>): readonly StoredDefect[] => defects.filter(({ state }) => state === 'open' || state === 'corrected')
/** Defects by the numbers by which people know them. */
export const numbersOf = (defects: readonly StoredDefect[], ids: readonly string[]): readonly number[] => defects.filter(({ id }) => ids.includes(id)).map(({ no }) => no)
/** The newest edition that was accepted by a day, or at all. */
export const acceptedBy = ({ editions }: Held, on?: string): StoredEdition | undefined => editions.find(({ accepted_on }) => accepted_on !== null && (on === undefined || accepted_on <= on))
