import { filesNamedIn } from '@throughline/contract/value'
import type { Refusal } from '@throughline/contract/wire'
import type { Entry } from '@throughline/engine/value'
import type { Tx } from '../../database/index.ts'
import { addUses, standingFiles } from './store.ts'

/** What an act says in words: its evidence, also that of what came early, there and where it goes. */
type Said = { readonly evidence?: string; readonly reason?: string; readonly earlyEvidence?: string; readonly into?: { readonly earlyEvidence?: string } }
const textsOf = (said: object): readonly (string | undefined)[] => {
  const { evidence, reason, earlyEvidence, into } = said as Said
  return [evidence, reason, earlyEvidence, into?.earlyEvidence]
}

/** The first file that an act names and that is not there, or was withdrawn; asks nothing where none is named. */
export async function strangeFile(tx: Tx, said: object): Promise<Refusal<'evidence_file_unknown'> | undefined> {
  const [strange] = await strangeFiles(tx, [said])
  return strange
}

/** The same of many acts in their order, asked for at once. */
export async function strangeFiles(tx: Tx, said: readonly object[]): Promise<readonly (Refusal<'evidence_file_unknown'> | undefined)[]> {
  const named = said.map((one) => filesNamedIn(...textsOf(one)))
  const ids = [...new Set(named.flat())]
  const standing = ids.length === 0 ? new Set<string>() : await standingFiles(tx, ids)
  return named.map((own) => {
    const strange = own.find((id) => !standing.has(id))
    return strange === undefined ? undefined : { code: 'evidence_file_unknown', values: { file: strange } }
  })
}

/** Notes the files that entries name as used: from now on they stay. */
export async function noteUses(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const uses = entries.flatMap((entry) => filesNamedIn(...textsOf({ ...entry, ...entry.claim })).map((fileId) => ({ fileId, entryId: entry.id })))
  if (uses.length > 0) await addUses(tx, uses)
}
