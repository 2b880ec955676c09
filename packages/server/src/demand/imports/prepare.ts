import { readUnits } from '../../people/index.ts'
import { newId, type Tx } from '../../database/index.ts'
import type { FoundImport } from '../store/imports.ts'
import { readInForce, readKnownNames, saysTheSame, type PublicationInForce } from '../store/publications.ts'
import { readLinkRows, readUnitPaths } from '../store/staged.ts'
import type { ImportChoices } from './choices.ts'
import type { LinkedRow } from './link.ts'
import type { PlannedPosition } from './plan.ts'
import { linkInThread, type StagedSummary, type Watch } from './reading/index.ts'
import { resolveUnits, type ResolvedUnits } from './units.ts'

/** A position with how it stands to the publications in force; `replaces` is the one whose place it takes. */
export type PreparedPosition = PlannedPosition & { readonly rows: number; readonly standing: 'first' | 'again' | 'same' | 'earlier' | 'newest'; readonly replaces: string | null }
export type Prepared = { readonly positions: readonly PreparedPosition[]; readonly byDate: ReadonlyMap<string, PreparedPosition>; readonly units: ResolvedUnits; readonly inForce: readonly PublicationInForce[] }

/** The choices of an import as stored, and what its file holds. */
export const choicesOf = ({ choices }: Pick<FoundImport, 'choices'>): ImportChoices => (choices ?? {}) as ImportChoices
export const summaryOf = ({ summary }: Pick<FoundImport, 'summary'>): StagedSummary | null => summary as StagedSummary | null

/** Links the rows of an import to what is known now. Throws `Stopped`. */
export async function linkImport(tx: Tx, importId: string, watch: Watch): Promise<readonly LinkedRow[]> {
  return linkInThread(await readLinkRows(tx, importId), await readKnownNames(tx), watch)
}

/** Everything that is decided of an import as a whole: its positions beside the publications in force, and its units. */
export async function prepareImport(tx: Tx, stored: FoundImport, summary: StagedSummary, links: readonly LinkedRow[]): Promise<Prepared> {
  const inForce = await readInForce(tx)
  const taken = links.filter(({ linkedBy }) => linkedBy !== 'refused')
  const known = taken.every(({ initiativeId }) => initiativeId !== null) ? JSON.stringify(taken.map(({ number, initiativeId }) => ({ number, initiative_id: initiativeId }))) : undefined
  const scope = choicesOf(stored).scope ?? 'whole'
  const positions: PreparedPosition[] = []
  for (const { asOf, title, rows } of summary.positions) {
    const former = inForce.find((one) => one.title === title && one.as_of === asOf)
    const same = former !== undefined && known !== undefined && former.scope === scope && former.rating_scale === summary.ratingScale && (await saysTheSame(tx, former.id, stored.id, asOf, known))
    const standing = former ? (same ? 'same' : 'again') : inForce.length === 0 ? 'first' : inForce.some((one) => one.as_of > asOf) ? 'earlier' : 'newest'
    positions.push({ asOf, title, rows, standing, same, publicationId: same && former ? former.id : newId(), replaces: former && !same ? former.id : null })
  }
  const units = resolveUnits(await readUnits(tx), positions.some(({ same }) => !same) ? await readUnitPaths(tx, stored.id) : [])
  return { positions, byDate: new Map(positions.map((position) => [position.asOf, position])), units, inForce }
}
