import { negateMoney, ok, refuse, type Result } from '@throughline/engine/kernel'
import type { ValueRefusal } from '@throughline/contract/value'
import type { WireRefusal } from '@throughline/contract/wire'
import { newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import { addEntry, readEntry } from '../store.ts'

/** Posts the mirror of an entry. The entry stays; a reversal cannot itself be reversed, and nothing is reversed twice. */
export function reverseEntry(db: Db, actor: Actor, entryId: string, reason: string): Promise<Result<string, ValueRefusal | WireRefusal>> {
  return writeAs(db, actor, 'value.reverse-entry', async (tx, record) => {
    const entry = await readEntry(tx, entryId)
    if (!entry) return refuse({ code: 'not_found', values: { what: 'value entry', id: entryId } })
    if (entry.reverses || entry.reversedBy) {
      const reversal = entry.reversedBy ? await readEntry(tx, entry.reversedBy) : entry
      return refuse({ code: 'entry_reversed', values: { at: (reversal ?? entry).at.slice(0, 10) } })
    }
    const id = newId()
    const { initiativeId, kind, year } = entry
    const amount = negateMoney(entry.amount)
    await addEntry(tx, { orgId: actor.orgId, id, initiativeId, kind, year, amount, evidence: reason, reverses: entryId, by: actor.name })
    await record({ room: 'value', kind: 'value_entry', id, before: null, after: { reverses: entryId, initiativeId, kind, year, amount }, why: reason })
    return ok(id)
  })
}
