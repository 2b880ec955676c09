import type { CharterChange, CharterText } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { readUnits } from '../../../people/index.ts'
import { whyEnded } from '../refusals.ts'
import { insertCharter, lockCharter, readCharters, updateCharter } from '../store.ts'
import { textOf } from '../text.ts'

type Unfit = Refusal<'not_found' | 'charter_there'>

/** Writes the role of a body down as a draft: it stands on nothing until it is signed. */
export function addCharter(db: Db, actor: Actor, given: CharterText): Promise<Result<object, Unfit>> {
  return writeAs<Result<object, Unfit>>(db, actor, 'governance.add-charter', async (tx, record) => {
    const [id, said] = [newId(), textOf(given)]
    const unfit = await whyUnfit(tx, said)
    if (unfit) return unfit
    await insertCharter(tx, { org_id: actor.orgId, id, said })
    await record({ room: 'governance', kind: 'charter', id, before: null, after: said })
    return ok({})
  })
}

/** Changes what stands in writing; what was signed stays until it is signed again. */
export function changeCharter(db: Db, actor: Actor, id: string, { version, ...change }: CharterChange): Promise<Result<object, Unfit | Refusal<'version_moved' | 'charter_ended'>>> {
  return writeAs<Result<object, Unfit | Refusal<'version_moved' | 'charter_ended'>>>(db, actor, 'governance.change-charter', async (tx, record) => {
    const stored = await lockCharter(tx, id)
    const ended = stored && whyEnded(stored)
    if (ended) return ended
    const found = await expectVersion(tx, stored, { room: 'governance', kind: 'charter', id, version })
    if (!found.ok) return found
    const [before, said] = [textOf(found.value.said), textOf({ ...found.value.said, ...change })]
    const unfit = await whyUnfit(tx, said, id)
    if (unfit) return unfit
    await updateCharter(tx, id, { said })
    await record({ room: 'governance', kind: 'charter', id, before, after: said })
    return ok({})
  })
}

/** A body has one charter, ended ones apart, and its units are there. */
async function whyUnfit(tx: Tx, { body, rows }: CharterText, except?: string): Promise<{ readonly ok: false; readonly refusal: Unfit } | undefined> {
  const other = (await readCharters(tx)).find((row) => row.id !== except && row.ended_at === null && row.said.body.toLowerCase() === body.toLowerCase())
  if (other) return refuse({ code: 'charter_there', values: { body: other.said.body } } as const)
  const units = new Set((await readUnits(tx)).map(({ id }) => id))
  const strange = rows.find(({ unitId }) => unitId !== null && !units.has(unitId))
  return strange && refuse({ code: 'not_found', values: { what: 'unit', id: strange.unitId } } as const)
}
