import { readUnits } from '../../people/index.ts'
import { newId, type Tx } from '../../database/index.ts'
import { portfolioStamp, type FoundImport } from '../store/imports.ts'
import { readIndex } from '../store/pieces.ts'
import { readInForce, readKnownNames, saysTheSame, type PublicationInForce } from '../store/publications.ts'
import type { ImportChoices } from './choices.ts'
import type { KnownNames, LinkedRow } from './link.ts'
import type { PlannedPosition } from './plan.ts'
import { linkInThread, type StagedSummary, type Watch } from './reading/index.ts'
import { linkRowsOf } from './row-index.ts'
import { resolveUnits, type ResolvedUnits } from './units.ts'

/** A position with how it stands to the publications in force; `replaces` is the one whose place it takes. */
export type PreparedPosition = PlannedPosition & { readonly rows: number; readonly standing: 'first' | 'again' | 'same' | 'earlier' | 'newest'; readonly replaces: string | null }
export type Prepared = { readonly positions: readonly PreparedPosition[]; readonly byDate: ReadonlyMap<string, PreparedPosition>; readonly units: ResolvedUnits; readonly inForce: readonly PublicationInForce[] }

/** The choices of an import as stored, and what its file holds. */
export const choicesOf = ({ choices }: Pick<FoundImport, 'choices'>): ImportChoices => (choices ?? {}) as ImportChoices
export const summaryOf = ({ summary }: Pick<FoundImport, 'summary'>): StagedSummary | null => summary as StagedSummary | null

/** The rows of an import linked to what was known; `stamp` is the newest change of the portfolio that it counts on. */
export type Linked = { readonly links: readonly LinkedRow[]; readonly stamp: string }

/** What rows may be linked to. The stamp is taken first: what comes between the two is compared once more when the import is applied. */
export async function readKnown(tx: Tx): Promise<{ readonly names: readonly KnownNames[]; readonly stamp: string }> {
  const stamp = await portfolioStamp(tx)
  return { stamp, names: await readKnownNames(tx) }
}

/** Links the rows of an import to what is known now. Throws `Stopped`. */
export async function linkImport(tx: Tx, importId: string, watch: Watch): Promise<Linked> {
  const { names, stamp } = await readKnown(tx)
  return { links: await linkInThread(linkRowsOf(await readIndex(tx, importId)), names, watch), stamp }
}

/** Everything that is decided of an import as a whole: its positions beside the publications in force, and its units. */
export async function prepareImport(tx: Tx, stored: FoundImport, summary: StagedSummary, links: readonly LinkedRow[]): Promise<Prepared> {
  const inForce = await readInForce(tx)
  const { hashes, units: paths } = await readIndex(tx, stored.id)
  const taken = links.filter(({ linkedBy }) => linkedBy !== 'refused')
  const known = taken.every(({ initiativeId }) => initiativeId !== null)
  const scope = choicesOf(stored).scope ?? 'whole'
  const positions: PreparedPosition[] = []
  const says = (asOf: string) => taken.filter((link) => link.asOf === asOf).map(({ number, initiativeId }) => ({ id: initiativeId ?? '', hash: hashes[number - 1] ?? '' }))
  for (const { asOf, title, rows } of summary.positions) {
    const former = inForce.find((one) => one.title === title && one.as_of === asOf)
    const same = former !== undefined && known && former.scope === scope && former.rating_scale === summary.ratingScale && (await saysTheSame(tx, former.id, says(asOf)))
    const standing = former ? (same ? 'same' : 'again') : inForce.length === 0 ? 'first' : inForce.some((one) => one.as_of > asOf) ? 'earlier' : 'newest'
    positions.push({ asOf, title, rows, standing, same, publicationId: same && former ? former.id : newId(), replaces: former && !same ? former.id : null })
  }
  const units = resolveUnits(await readUnits(tx), positions.some(({ same }) => !same) ? paths : [])
  return { positions, byDate: new Map(positions.map((position) => [position.asOf, position])), units, inForce }
}
