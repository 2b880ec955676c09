import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { ImportDraft, ImportIssue } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { withOrg, type Actor, type Db } from '../../database/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { findImport, type StoredImport } from '../store/imports.ts'
import { readKnownNames } from '../store/publications.ts'
import { fileUnreadable, readImport, type ImportChoices } from './choices.ts'
import { planRows } from './plan.ts'
import { issuesOf, previewOf } from './preview.ts'

/** The choices of an import as stored. */
export const choicesOf = (stored: StoredImport): ImportChoices => (stored.choices ?? {}) as ImportChoices

/** The preview of a stored import with all of its issues, computed from its bytes and choices. */
export async function previewImport(db: Db, actor: Actor, id: string): Promise<Result<{ readonly draft: ImportDraft; readonly issues: readonly ImportIssue[] }, Refusal<'not_found' | 'file_unreadable'>>> {
  const { stored, known, currency } = await withOrg(db, actor, async (tx) => ({ stored: await findImport(tx, id), known: await readKnownNames(tx), currency: (await readOrganisation(tx)).currency }))
  if (!stored) return refuse({ code: 'not_found', values: { what: 'import', id } })
  const read = await readImport({ bytes: stored.bytes, fileName: stored.file_name }, choicesOf(stored), currency)
  if (!read.ok) return refuse(fileUnreadable(stored.file_name, read.refusal))
  return ok({ draft: previewOf(stored, read.value, known), issues: issuesOf(read.value, planRows(read.value.draft, known).issues) })
}
