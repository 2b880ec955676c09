import type { Acknowledgement, NewSignal } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { addDays, ok, refuse, type Result } from '@throughline/engine/kernel'
import { answerDue } from '@throughline/engine/strategy'
import type { Static } from 'typebox'
import { newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import { enqueue } from '../../../jobs/index.ts'
import { escalateKind, type EscalateInput } from './escalate-signal.ts'
import { insertSignal, keepAcknowledgement, readOwners } from '../store.ts'
import { readUnits, type UnitsInForce } from '../units-store.ts'

type NoUnit = Refusal<'not_found'>

/** Tells those above what a unit meets: owners are told now, and again where it is not answered in time. */
export function raiseSignal(db: Db, actor: Actor, given: Static<typeof NewSignal>, now: Date): Promise<Result<object, NoUnit>> {
  return writeAs<Result<object, NoUnit>>(db, actor, 'strategy.raise-signal', async (tx, record) => {
    const units = await readUnits(tx, actor.orgId)
    const unit = units.strategies.find(({ id }) => id === given.unitId)
    if (!unit) return refuse({ code: 'not_found', values: { what: 'strategy of a unit', id: given.unitId } })
    const named = given.about ?? null
    const about = named === null ? undefined : units.objectives.find(({ key }) => key === named)
    if (named !== null && !about) return refuse({ code: 'not_found', values: { what: 'objective', id: named } })
    const [id, at] = [newId(), now.toISOString()]
    const row = { org_id: actor.orgId, id, unit_id: unit.id, unit_name: unit.name, about_key: about?.key ?? null, about: about?.statement ?? null, kind: given.kind, words: given.words.trim(), raised_at: at, raised_by: actor.name, raised_by_id: actor.accountId, due_on: answerDue(at.slice(0, 10)) }
    await insertSignal(tx, row)
    await record({ room: 'strategy', kind: 'signal', id, before: null, after: { unit: unit.name, kind: row.kind, about: row.about, words: row.words, dueOn: row.due_on } })
    await tell(tx, actor, { id, words: `${unit.name}: ${row.words}` })
    await enqueue(tx, actor, { kind: escalateKind, input: { id } satisfies EscalateInput, after: new Date(`${addDays(row.due_on, 1)}T00:00:00Z`) })
    return ok({})
  })
}

/** Says that the version in force was read in a unit; of another version it is refused, so that nobody acknowledges what they have not seen. */
export function acknowledgeStrategy(db: Db, actor: Actor, given: Static<typeof Acknowledgement>, now: Date): Promise<Result<object, Refusal<'not_found' | 'strategy_outdated' | 'acknowledged_already'>>> {
  return writeAs<Result<object, Refusal<'not_found' | 'strategy_outdated' | 'acknowledged_already'>>>(db, actor, 'strategy.acknowledge', async (tx, record) => {
    const units: UnitsInForce = await readUnits(tx, actor.orgId)
    const unit = units.strategies.find(({ id }) => id === given.unitId)
    if (!unit) return refuse({ code: 'not_found', values: { what: 'strategy of a unit', id: given.unitId } })
    if (units.versionId !== given.versionId) return refuse({ code: 'strategy_outdated', values: { found: units.no } })
    const id = newId()
    const first = await keepAcknowledgement(tx, { org_id: actor.orgId, id, version_id: units.versionId, unit_id: unit.id, words: given.words?.trim() ?? '', acknowledged_at: now.toISOString(), acknowledged_by: actor.name })
    if (first) return refuse({ code: 'acknowledged_already', values: { unit: unit.name, by: first.acknowledged_by, at: first.acknowledged_at.slice(0, 10) } })
    await record({ room: 'strategy', kind: 'acknowledgement', id, before: null, after: { unit: unit.name, version: units.no, words: given.words ?? '' } })
    return ok({})
  })
}

const tell = async (tx: Tx, actor: Actor, { id, words }: { readonly id: string; readonly words: string }): Promise<void> =>
  notify(tx, actor, { reason: 'signal_to_answer', to: await readOwners(tx), subject: { room: 'strategy', kind: 'signal', id }, act: 'strategy.raise-signal', words })
