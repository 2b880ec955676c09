import type { EvidenceFile, EvidenceRefusal } from '@throughline/contract/value'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import type { Incoming } from '../../../http/index.ts'
import { kindOf } from '../media-type.ts'
import { addFile, heldBytes, subjectIsThere } from '../store.ts'
import { plainName, takeIn } from '../take-in.ts'

export type Subject = Pick<EvidenceFile, 'benefitId' | 'measureId'>

/** Keeps a file as evidence of a benefit or a measure; its kind is found by its bytes before anything is written. Returns its id. */
export async function attachFile(db: Db, actor: Actor, subject: Subject, { incoming, fileName: given, quota }: { readonly incoming: Incoming; readonly fileName: string; /** The most bytes that the organisation keeps. */ readonly quota: number }): Promise<Result<string, EvidenceRefusal | Refusal<'not_found'>>> {
  const fileName = plainName(given)
  const taken = await takeIn(incoming, fileName)
  if (!taken.ok) return taken
  const kind = kindOf(taken.value.bytes, fileName)
  if (!kind.ok) return kind
  const { bytes, sha256 } = taken.value
  return writeAs<Result<string, Refusal<'not_found' | 'evidence_quota_full'>>>(db, actor, 'value.attach-evidence', async (tx, record) => {
    if (!(await subjectIsThere(tx, subject))) return refuse({ code: 'not_found', values: { what: subject.benefitId === null ? 'measure' : 'benefit', id: subject.benefitId ?? subject.measureId ?? '' } })
    const held = await heldBytes(tx, sha256)
    if (!held.same && held.bytes + bytes.length > quota) return refuse({ code: 'evidence_quota_full', values: { fileName, asked: bytes.length, held: held.bytes, limit: quota } })
    const id = newId()
    await addFile(tx, actor, { id, file_name: fileName, media_type: kind.value, sha256, benefit_id: subject.benefitId, measure_id: subject.measureId }, bytes)
    await record({ room: 'value', kind: 'evidence_file', id, before: null, after: { fileName, mediaType: kind.value, bytes: bytes.length, sha256, ...subject } })
    return ok(id)
  })
}
