import type { NewWatchItem, WatchItemChange } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { deleteWatchItem, insertWatchItem, lockWatchItem, updateWatchItem, watchItemOf } from '../store.ts'

type Done = Promise<Result<object, Refusal<'not_found' | 'version_moved' | 'name_taken' | 'signal_ahead'>>>
const subject = (id: string) => ({ room: 'strategy', kind: 'watch_item', id }) as const

/** Puts a theme on the watch list; it counts as looked at today. */
export function addWatchItem(db: Db, actor: Actor, { theme, looksFor = '', owner, everyDays }: NewWatchItem, today: string): Done {
  return writeAs<Awaited<Done>>(db, actor, 'strategy.watch-theme', async (tx, record) => {
    const same = await watchItemOf(tx, theme.trim())
    if (same) return refuse({ code: 'name_taken', values: { what: 'theme', name: same.theme } })
    const id = newId()
    const said = { theme: theme.trim(), looks_for: looksFor.trim(), owner: owner.trim(), every_days: everyDays, looked_on: today }
    await insertWatchItem(tx, { org_id: actor.orgId, id, ...said })
    await record({ ...subject(id), before: null, after: { theme: said.theme, looksFor: said.looks_for, owner: said.owner, everyDays } })
    return ok({})
  })
}

/** Changes what is watched, or says that somebody looked. */
export function changeWatchItem(db: Db, actor: Actor, id: string, { version, ...given }: WatchItemChange, today: string): Done {
  return writeAs<Awaited<Done>>(db, actor, 'strategy.change-watched-theme', async (tx, record) => {
    const found = await expectVersion(tx, await lockWatchItem(tx, id), { ...subject(id), version })
    if (!found.ok) return found
    if (given.lookedOn !== undefined && given.lookedOn > today) return refuse({ code: 'signal_ahead', values: { found: given.lookedOn, today } })
    const before = found.value
    const said = { looks_for: given.looksFor?.trim() ?? before.looks_for, owner: given.owner?.trim() ?? before.owner, every_days: given.everyDays ?? before.every_days, looked_on: given.lookedOn ?? before.looked_on }
    await updateWatchItem(tx, id, said)
    await record({ ...subject(id), before: { looksFor: before.looks_for, owner: before.owner, everyDays: before.every_days, lookedOn: before.looked_on }, after: { looksFor: said.looks_for, owner: said.owner, everyDays: said.every_days, lookedOn: said.looked_on } })
    return ok({})
  })
}

/** Takes a theme from the watch list; its signals stay. */
export function removeWatchItem(db: Db, actor: Actor, id: string): Done {
  return writeAs<Awaited<Done>>(db, actor, 'strategy.unwatch-theme', async (tx, record) => {
    const found = await lockWatchItem(tx, id)
    if (!found) return refuse({ code: 'not_found', values: { what: 'theme on the watch list', id } })
    await deleteWatchItem(tx, id)
    await record({ ...subject(id), before: { theme: found.theme, owner: found.owner, everyDays: found.every_days }, after: null })
    return ok({})
  })
}
