import { invariant, ok, type Result } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { readMemory } from '../store/import-memory.ts'
import { clearStaged, findImport, updateImport } from '../store/imports.ts'
import { insertPiece } from '../store/pieces.ts'
import { insertIssues } from '../store/staged.ts'
import type { FileUnreadable, ImportChoices } from './choices.ts'
import { compareImport } from './compare.ts'
import { memoryInForce } from './memory.ts'
import { linkImport, readKnown, type Linked } from './prepare.ts'
import { readInThread, type StagedSummary, type Watch } from './reading/index.ts'

export type Staged = Result<StagedSummary, FileUnreadable>

/** Reads the bytes of an import under its choices into the caller's transaction and compares what they hold with the portfolio. */
export async function stageImport(tx: Tx, id: string, bytes: Uint8Array, choices: ImportChoices, watch: Watch = {}, give = false): Promise<Staged> {
  const stored = await findImport(tx, id)
  const { currency } = await readOrganisation(tx)
  const memory = memoryInForce(await readMemory(tx))
  await clearStaged(tx, id)
  let stamp = ''
  const known = async () => {
    const { names, stamp: newest } = await readKnown(tx)
    stamp = newest
    return names
  }
  const read = await readInThread({ bytes, fileName: stored?.file_name ?? '', choices, memory, currency, give }, { take: (batch) => ('piece' in batch ? insertPiece(tx, id, batch.piece, batch.bytes) : insertIssues(tx, id, batch.issues, 'read')), known }, watch)
  if (!read.ok) return read
  const { summary, links } = read.value
  await updateImport(tx, id, { state: 'preview', format: summary.format, summary: JSON.stringify(summary), choices: JSON.stringify(choices) })
  await compare(tx, id, summary, watch, { links, stamp })
  return ok(summary)
}

/** Compares what was read with the portfolio as it is now. */
export async function compareAgain(tx: Tx, id: string, summary: StagedSummary, watch: Watch = {}): Promise<void> {
  await compare(tx, id, summary, watch, await linkImport(tx, id, watch))
}

async function compare(tx: Tx, id: string, summary: StagedSummary, watch: Watch, linked: Linked): Promise<void> {
  const stored = await findImport(tx, id)
  invariant(stored, 'an import that is compared is there')
  await compareImport(tx, stored, summary, linked, watch)
}
