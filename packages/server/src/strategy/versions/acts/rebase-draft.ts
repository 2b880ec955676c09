import type { DraftRebase, StrategyRefusal } from '@throughline/contract/strategy'
import type { WireRefusal } from '@throughline/contract/wire'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import type { InitiativeSource } from '../../initiative-source.ts'
import { lockStrategy } from '../../write-store.ts'
import { seenOf } from '../adoption.ts'
import { mergeContent, type Taken } from '../merge.ts'
import { closedRefusal } from '../policy.ts'
import { readVersionRow, updateDocument, updateVersion } from '../store.ts'
import { factsOfInitiative, movedInitiatives, readWholeVersion, type WholeVersion } from '../whole.ts'

type Refused = StrategyRefusal | WireRefusal

/** How a draft would come to stand on the strategy and the plan of now. */
export function rebaseOf({ document, inForce }: WholeVersion, initiatives: readonly InitiativeFacts[]): DraftRebase {
  const { conflicts, carried } = mergeContent(document.base ?? inForce, document.content, inForce)
  const moved = [...movedInitiatives(document, initiatives)]
  return { seen: seenOf([conflicts, carried, moved, inForce]), carried, conflicts: [...conflicts], initiatives: moved }
}

/**
 * Bases a draft on what is in force now: what one side alone changed is kept, each conflict is settled as the person says. Actions rest on
 * initiatives as they are now; those of work that is gone are dropped. What was sent is a draft again, to be looked at anew.
 */
export function rebaseDraft(db: Db, actor: Actor, id: string, wanted: { readonly version: number; readonly seen: string; readonly take?: Taken | undefined }, now: Date, { readInitiatives }: InitiativeSource): Promise<Result<string, Refused>> {
  return writeAs<Result<string, Refused>>(db, actor, 'strategy.rebase-draft', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const found = await expectVersion(tx, await readVersionRow(tx, id), { room: 'strategy', kind: 'strategy_version', id, version: wanted.version })
    if (!found.ok) return found
    const closed = found.value.status === 'sent' ? undefined : closedRefusal(found.value)
    if (closed) return closed
    const [whole, initiatives] = [await readWholeVersion(tx, stored, found.value), await readInitiatives(tx)]
    if (rebaseOf(whole, initiatives).seen !== wanted.seen) return refuse({ code: 'draft_preview_outdated' })
    const { document, inForce, said } = whole
    const { content, conflicts, carried } = mergeContent(document.base ?? inForce, document.content, inForce, wanted.take)
    if (conflicts.length > 0) return refuse({ code: 'draft_conflicts', values: { count: conflicts.length, conflicts: conflicts.slice(0, 20).map(({ name, inForce: theirs, draft }) => `${name}: in force ${theirs}, in the draft ${draft}.`).join(' ') } })
    const byId = new Map(initiatives.filter(({ current }) => current).map((one) => [one.id, one]))
    const actions = document.actions.filter(({ initiativeId }) => byId.has(initiativeId))
    const facts = Object.fromEntries(actions.flatMap(({ initiativeId }) => {
      const one = byId.get(initiativeId)
      return one ? [[initiativeId, factsOfInitiative(one)] as const] : []
    }))
    const standing = new Map(said.map((one) => [`${one.initiativeId} ${one.key}`, one.contribution]))
    const contributions = document.contributions.map((one) => ({ ...one, base: standing.get(`${one.initiativeId} ${one.key}`) ?? null }))
    await updateDocument(tx, id, { content, base: inForce, actions, facts, contributions })
    await updateVersion(tx, id, { status: 'draft', changed_at: now.toISOString(), changed_by: actor.name })
    await record({ room: 'strategy', kind: 'strategy_version', id, before: { status: found.value.status }, after: { status: 'draft', carried, settled: Object.keys(wanted.take ?? {}).length, actions: actions.length } })
    return ok(id)
  })
}
