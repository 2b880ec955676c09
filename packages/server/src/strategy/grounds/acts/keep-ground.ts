import type { GroundChange, NewGround } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import type { InitiativeSource } from '../../initiative-source.ts'
import { everyMeasure, readStored } from '../../store.ts'
import { deleteGround, insertGround, lockGround, readStoredGrounds, updateGround } from '../store.ts'
import { whyUnsound } from '../unsound.ts'

type Source = Pick<InitiativeSource, 'readInitiative'>
type Refused = Refusal<'not_found' | 'version_moved' | 'name_taken' | 'ground_unsound'>
type Done = Promise<Result<object, Refused>>
const subject = (id: string) => ({ room: 'strategy', kind: 'coherence_ground', id }) as const

/** Records a policy, a reward, or what an initiative needs or changes of an asset. */
export function addGround(db: Db, actor: Actor, given: NewGround, source: Source): Done {
  return writeAs<Awaited<Done>>(db, actor, 'strategy.add-ground', async (tx, record) => {
    const [id, said] = [newId(), trimmed(given)]
    const why = await whyNot(tx, id, said, source)
    if (why) return why
    await insertGround(tx, { org_id: actor.orgId, id, said })
    await record({ ...subject(id), before: null, after: said })
    return ok({})
  })
}

/** Says one otherwise; what kind it is stays. */
export function changeGround(db: Db, actor: Actor, id: string, { version, ground }: GroundChange, source: Source): Done {
  return writeAs<Awaited<Done>>(db, actor, 'strategy.change-ground', async (tx, record) => {
    const found = await expectVersion(tx, await lockGround(tx, id), { ...subject(id), version })
    if (!found.ok) return found
    const [before, said] = [found.value.said, trimmed(ground)]
    if (said.kind !== before.kind) return refuse({ code: 'ground_unsound', values: { found: said.kind, expected: `${before.kind}, which it is` } })
    const why = await whyNot(tx, id, said, source)
    if (why) return why
    await updateGround(tx, id, said)
    await record({ ...subject(id), before, after: said })
    return ok({})
  })
}

/** Removes one; the rules look at it no longer. */
export function removeGround(db: Db, actor: Actor, id: string): Done {
  return writeAs<Awaited<Done>>(db, actor, 'strategy.remove-ground', async (tx, record) => {
    const found = await lockGround(tx, id)
    if (!found) return refuse({ code: 'not_found', values: { what: 'policy, reward or state of an asset', id } })
    await deleteGround(tx, id)
    await record({ ...subject(id), before: found.said, after: null })
    return ok({})
  })
}

const trimmed = (ground: NewGround): NewGround => Object.fromEntries(Object.entries(ground).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value])) as NewGround

/** Why one cannot be kept as it is said. */
async function whyNot(tx: Tx, id: string, said: NewGround, { readInitiative }: Source): Promise<{ readonly ok: false; readonly refusal: Refused } | undefined> {
  const unsound = whyUnsound(said)
  if (unsound) return refuse({ code: 'ground_unsound', values: unsound })
  switch (said.kind) {
    case 'policy': {
      const same = (await readStoredGrounds(tx)).find((one) => one.id !== id && one.said.kind === 'policy' && one.said.name.toLowerCase() === said.name.toLowerCase())
      return same ? refuse({ code: 'name_taken', values: { what: 'policy', name: said.name } }) : undefined
    }
    case 'reward': {
      const stored = await readStored(tx)
      return stored && everyMeasure(stored).some((one) => one.id === said.measureId) ? undefined : refuse({ code: 'not_found', values: { what: 'measure', id: said.measureId } })
    }
    case 'asset_need':
    case 'asset_change':
      return (await readInitiative(tx, said.initiativeId)) ? undefined : refuse({ code: 'not_found', values: { what: 'initiative', id: said.initiativeId } })
  }
}
