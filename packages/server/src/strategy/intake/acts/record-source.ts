import type { NewSource } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { plainText } from '@throughline/engine/strategy'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { insertSource, readSources } from '../store.ts'

type Refused = Refusal<'not_found' | 'name_taken'>

/** Records a document with its text; neither is ever changed. Title and date tell editions apart. */
export function recordSource(db: Db, actor: Actor, { title: given, issuedOn, text: pasted, editionOf }: NewSource, now: Date): Promise<Result<object, Refused>> {
  return writeAs<Result<object, Refused>>(db, actor, 'strategy.record-source', async (tx, record) => {
    const [title, text, sources] = [given.trim(), plainText(pasted), await readSources(tx)]
    const earlier = sources.find(({ id }) => id === editionOf)
    if (editionOf && !earlier) return refuse({ code: 'not_found', values: { what: 'source', id: editionOf } })
    const same = sources.find((one) => one.issued_on === issuedOn && one.title.toLowerCase() === title.toLowerCase())
    if (same) return refuse({ code: 'name_taken', values: { what: 'source', name: `${same.title} of ${issuedOn}` } })
    const id = newId()
    await insertSource(tx, { org_id: actor.orgId, id, title, issued_on: issuedOn, text, characters: text.length, edition_of: earlier?.id ?? null, recorded_at: now.toISOString(), recorded_by: actor.name })
    await record({ room: 'strategy', kind: 'strategy_source', id, before: null, after: { title, issuedOn, characters: text.length, editionOf: earlier?.title ?? null } })
    return ok({})
  })
}
