import { governanceProblems, type LoadedMethods, type NewMethodItem } from '@throughline/contract/governance'
import { wordsOf, type Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { insertItems, readItems } from '../store.ts'
import { alike, textOf } from '../text.ts'
import { itemThere, strangeLink, told } from './keep-item.ts'

type Known = Refusal<'not_found' | 'methods_known'>

/** Adds many items as drafts in one act; those of a name that is there, or stands in the list before, are named and left out. */
export function loadItems(db: Db, actor: Actor, given: readonly NewMethodItem[]): Promise<Result<LoadedMethods, Known>> {
  return writeAs<Result<LoadedMethods, Known>>(db, actor, 'governance.load-methods', async (tx, record) => {
    const items = await readItems(tx)
    const added: { readonly org_id: string; readonly id: string; readonly said: NewMethodItem }[] = []
    const skipped: LoadedMethods['skipped'] = []
    for (const one of given) {
      const said = textOf(one)
      const strange = await strangeLink(tx, said)
      if (strange) return strange
      const [there, twice] = [itemThere(said, items), added.find((row) => alike(row.said.name, said.name))]
      if (there ?? twice) skipped.push({ name: said.name, words: there ? wordsOf(governanceProblems.method_there, there.refusal.values) : 'It stands in the list before.' })
      else added.push({ org_id: actor.orgId, id: newId(), said })
    }
    if (added.length === 0) return refuse({ code: 'methods_known', values: { found: given.length, why: skipped[0]?.words ?? '' } })
    await insertItems(tx, added)
    const changes = []
    for (const { id, said } of added) changes.push({ room: 'governance', kind: 'method_item', id, before: null, after: await told(tx, said) })
    await record(...changes)
    return ok({ added: added.length, skipped })
  })
}
