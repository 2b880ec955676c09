import type { CriteriaDraft, CriteriaWeighed } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { rangeText, weighCriteria as weighed, type CriteriaContent, type Weighing } from '@throughline/engine/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { whyUnsound } from '../around.ts'
import { weighingReason, whyClosed } from '../refusals.ts'
import { lockModel, updateModel } from '../store.ts'

type Changed = Refusal<'not_found' | 'version_moved' | 'criteria_closed' | 'criteria_unsound'>
type Weighted = Refusal<'not_found' | 'version_moved' | 'criteria_closed' | 'criteria_unweighed'>

/** Changes what a draft says, all of it at once; refused with the first thing that is wrong. */
export function changeCriteria(db: Db, actor: Actor, id: string, { version, name, note, ...given }: CriteriaDraft): Promise<Result<object, Changed>> {
  return writeAs<Result<object, Changed>>(db, actor, 'demand.change-criteria', async (tx, record) => {
    const stored = await lockModel(tx, id)
    const closed = stored && whyClosed(stored)
    if (closed) return closed
    const found = await expectVersion(tx, stored, { room: 'demand', kind: 'criteria_model', id, version })
    if (!found.ok) return found
    const content = trimmed(given)
    const unsound = await whyUnsound(tx, content)
    if (unsound) return unsound
    await updateModel(tx, id, { name: name.trim(), note: note.trim(), content, changed_by_id: actor.accountId })
    await record({ room: 'demand', kind: 'criteria_model', id, before: { name: found.value.name, note: found.value.note, ...found.value.content }, after: { name: name.trim(), note: note.trim(), ...content } })
    return ok({})
  })
}

/** Weighs the criteria of a draft. Comparisons that contradict each other are kept and shown: they keep it from approval, not from being talked about. */
export function weighCriteria(db: Db, actor: Actor, id: string, { version, ...judged }: CriteriaWeighed): Promise<Result<object, Weighted>> {
  return writeAs<Result<object, Weighted>>(db, actor, 'demand.weigh-criteria', async (tx, record) => {
    const stored = await lockModel(tx, id)
    const closed = stored && whyClosed(stored)
    if (closed) return closed
    const found = await expectVersion(tx, stored, { room: 'demand', kind: 'criteria_model', id, version })
    if (!found.ok) return found
    const { criteria } = found.value.content
    const strange = [...judged.values.map((one) => one.id), ...judged.pairs.flatMap(({ a, b }) => [a, b])].find((one) => !criteria.some((criterion) => criterion.id === one))
    const weighing: Weighing = { ...judged, scales: Object.fromEntries(criteria.map((criterion) => [criterion.id, rangeText(criterion)])) }
    const refusal = strange === undefined ? (criteria.length === 0 ? ({ code: 'nothing_to_weigh' } as const) : weighed(criteria, weighing)?.refusal) : ({ code: 'judged_unknown', id: strange } as const)
    if (refusal) return refuse({ code: 'criteria_unweighed', values: { reason: weighingReason(refusal, criteria) } })
    await updateModel(tx, id, { weighing, changed_by_id: actor.accountId })
    await record({ room: 'demand', kind: 'criteria_model', id, before: { weighing: found.value.weighing }, after: { weighing } })
    return ok({})
  })
}

/** Texts without blanks around them. */
const trimmed = ({ criteria, gates }: CriteriaContent): CriteriaContent => ({
  criteria: criteria.map((one) => ({ ...one, name: one.name.trim(), about: one.about.trim(), scale: one.scale.kind === 'points' ? { ...one.scale, unit: one.scale.unit.trim() } : { ...one.scale, levels: one.scale.levels.map((level) => ({ ...level, name: level.name.trim() })) } })),
  gates: gates.map((gate) => ({ ...gate, name: gate.name.trim() })),
})
