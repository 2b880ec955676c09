import type { CrewChange, NewStartException, StartGateChange } from '@throughline/contract/capacity'
import type { Refusal } from '@throughline/contract/wire'
import { hundredthsOf, quantityText } from '@throughline/engine/capacity'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { lockInitiative } from '../../../demand/index.ts'
import { lockOrganisation } from '../../../people/index.ts'
import { readPools } from '../../store/pools.ts'
import { noGate, noCrew } from '../starting-points.ts'
import { readCrews, readGate, type KeptCrewLine } from '../../../starts/index.ts'
import { endExceptionRow, insertException, lockException, writeCrew, writeGate } from '../store/starts.ts'

/** Says whether a start that is not ready is refused. */
export function setStartGate(db: Db, actor: Actor, { version, on, reason }: StartGateChange, now: Date): Promise<Result<object, Refusal<'not_found' | 'version_moved'>>> {
  return writeAs<Result<object, Refusal<'not_found' | 'version_moved'>>>(db, actor, 'capacity.set-start-gate', async (tx, record) => {
    const { id } = await lockOrganisation(tx)
    const found = await expectVersion(tx, (await readGate(tx)) ?? noGate, { room: 'capacity', kind: 'start_gate', id, version })
    if (!found.ok) return found
    await writeGate(tx, { is_on: on, reason: reason.trim(), said_by: actor.name, said_at: now.toISOString(), version })
    await record({ room: 'capacity', kind: 'start_gate', id, before: { on: found.value.is_on }, after: { on }, why: reason.trim() })
    return ok({})
  })
}

type Wrong = Refusal<'not_found' | 'version_moved' | 'capacity_unknown' | 'plan_contradicts'>

/** Gives the minimum crew of an initiative as a whole: a line for each pool. */
export function setCrew(db: Db, actor: Actor, id: string, { version, lines }: CrewChange): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'capacity.set-crew', async (tx, record) => {
    if (!(await lockInitiative(tx, id))) return refuse({ code: 'not_found', values: { what: 'initiative', id } })
    const found = await expectVersion(tx, (await readCrews(tx, [id]))[0] ?? noCrew(id), { room: 'capacity', kind: 'minimum_crew', id, version })
    if (!found.ok) return found
    const names = new Map((await readPools(tx)).map((pool) => [pool.id, pool.name]))
    const unknown = lines.find(({ poolId }) => !names.has(poolId))
    if (unknown) return refuse({ code: 'capacity_unknown', values: { what: 'pool', id: unknown.poolId } })
    const twice = lines.find(({ poolId }, at) => lines.findIndex((one) => one.poolId === poolId) < at)
    if (twice) return refuse({ code: 'plan_contradicts', values: { count: 1, problems: `${names.get(twice.poolId) ?? ''} stands twice in the crew` } })
    const kept = lines.map(({ poolId, quantity, months }): KeptCrewLine => ({ poolId, hundredths: String(hundredthsOf(quantity) ?? 0n), months }))
    await writeCrew(tx, { initiative_id: id, lines: kept, version })
    const told = (own: readonly KeptCrewLine[]) => ({ crew: own.map(({ poolId, hundredths, months }) => `${names.get(poolId) ?? 'a pool that was removed'} ${quantityText(BigInt(hundredths))} for ${months} months`).join('; ') })
    await record({ room: 'capacity', kind: 'minimum_crew', id, before: told(found.value.lines), after: told(kept) })
    return ok(id)
  })
}

/** Lets an initiative start although it is not ready, until a day that is not over, for a year at most. */
export function allowStart(db: Db, actor: Actor, { initiativeId, untilOn, reason }: NewStartException, now: Date): Promise<Result<object, Refusal<'not_found' | 'span_wrong'>>> {
  return writeAs<Result<object, Refusal<'not_found' | 'span_wrong'>>>(db, actor, 'capacity.allow-start', async (tx, record) => {
    if (!(await lockInitiative(tx, initiativeId))) return refuse({ code: 'not_found', values: { what: 'initiative', id: initiativeId } })
    const today = now.toISOString().slice(0, 10)
    const latest = new Date(now.getTime() + 366 * 86_400_000).toISOString().slice(0, 10)
    if (untilOn < today || untilOn > latest) return refuse({ code: 'span_wrong', values: { what: 'The last day of the exception', found: untilOn, expected: `a day from ${today} to ${latest}` } })
    const id = newId()
    await insertException(tx, { org_id: actor.orgId, id, initiative_id: initiativeId, until_on: untilOn, reason: reason.trim(), given_by: actor.name, given_at: now.toISOString() })
    await record({ room: 'capacity', kind: 'start_exception', id, before: null, after: { initiativeId, untilOn }, why: reason.trim() })
    return ok({})
  })
}

/** Ends an exception before its day. */
export function endStartException(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<object, Refusal<'not_found' | 'version_moved' | 'commitment_over'>>> {
  return writeAs<Result<object, Refusal<'not_found' | 'version_moved' | 'commitment_over'>>>(db, actor, 'capacity.end-start-exception', async (tx, record) => {
    const row = await lockException(tx, id)
    if (row && (row.ended !== null || row.until_on < now.toISOString().slice(0, 10))) return refuse({ code: 'commitment_over', values: { what: 'The exception', found: 'over', expected: 'in force' } })
    const found = await expectVersion(tx, row, { room: 'capacity', kind: 'start_exception', id, version })
    if (!found.ok) return found
    await endExceptionRow(tx, id, { by: actor.name, at: now.toISOString(), words: reason.trim() })
    await record({ room: 'capacity', kind: 'start_exception', id, before: { untilOn: found.value.until_on }, after: { ended: true }, why: reason.trim() })
    return ok({})
  })
}
