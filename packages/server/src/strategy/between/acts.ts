import type { NewCommonLink, StrategyRefusal, UnitStrategy } from '@throughline/contract/strategy'
import type { WireRefusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import { lockStrategy } from '../write-store.ts'
import { endsOf } from './present.ts'
import { closeCommonLink, findCommonLink, insertCommonLink, readCommonLinks } from './store.ts'

type Refused = StrategyRefusal | WireRefusal

/** Says that objectives of two units belong together, or that they do not; each pair once, whichever is named first. */
export function decideCommonLink(db: Db, actor: Actor, { from, to, state, why }: Static<typeof NewCommonLink>, now: Date): Promise<Result<string, Refused>> {
  return writeAs<Result<string, Refused>>(db, actor, 'strategy.decide-common-link', async (tx, record) => {
    const { inForce } = await lockStrategy(tx, actor.orgId)
    const ends = endsOf(inForce.unit_strategies as readonly UnitStrategy[])
    for (const id of [from, to]) if (!ends.has(id)) return refuse({ code: 'not_found', values: { what: 'objective of a unit', id } })
    const [one, other] = [ends.get(from), ends.get(to)]
    if (one?.strategyId === other?.strategyId) return refuse({ code: 'link_to_itself', values: { name: one?.strategy ?? '' } })
    const [first = '', second = ''] = [from, to].sort()
    if ((await readCommonLinks(tx)).some((row) => row.from_id === first && row.to_id === second)) return refuse({ code: 'link_exists', values: { from: one?.statement ?? '', to: other?.statement ?? '' } })
    const [id, fields] = [newId(), { state, why: why.trim() }]
    await insertCommonLink(tx, { ...fields, org_id: actor.orgId, id, from_id: first, to_id: second, decided_by: actor.name, decided_at: now.toISOString() })
    await record({ room: 'strategy', kind: 'common_link', id, before: null, after: { from: first, to: second, ...fields } })
    return ok(id)
  })
}

/** Takes back what was said. */
export function removeCommonLink(db: Db, actor: Actor, id: string): Promise<Result<object, Refused>> {
  return writeAs<Result<object, Refused>>(db, actor, 'strategy.remove-common-link', async (tx, record) => {
    const row = await findCommonLink(tx, id)
    if (!row) return refuse({ code: 'not_found', values: { what: 'link between units', id } })
    await closeCommonLink(tx, id)
    await record({ room: 'strategy', kind: 'common_link', id, before: { from: row.from_id, to: row.to_id, state: row.state, why: row.why }, after: null })
    return ok({})
  })
}
