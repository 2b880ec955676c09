import type { StartException } from '@throughline/contract/capacity'
import type { Grain, Line, PoolUnit } from '@throughline/engine/capacity'
import type { InitiativeState } from '@throughline/engine/demand'
import { sql, type Selectable } from 'kysely'
import type { Tables, Tx } from '../database/index.ts'

const among = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`

export type StoredGate = Omit<Selectable<Tables['start_gate']>, 'org_id'>
export type StoredException = Omit<Selectable<Tables['start_exception']>, 'ended'> & { readonly ended: StartException['ended'] }
/** A line of a minimum crew as it is kept. */
export type KeptCrewLine = { readonly poolId: string; readonly hundredths: string; readonly months: number }
export type StoredCrew = { readonly initiative_id: string; readonly lines: readonly KeptCrewLine[]; readonly version: number }

/** Undefined where nobody ever said. */
export const readGate = (tx: Tx): Promise<StoredGate | undefined> => tx.selectFrom('start_gate').select(['is_on', 'reason', 'said_by', 'said_at', 'version']).executeTakeFirst()

/** Minimum crews of some initiatives, or of all; one that has none is left out. */
export const readCrews = async (tx: Tx, ids?: readonly string[]): Promise<readonly StoredCrew[]> =>
  (await tx.selectFrom('minimum_crew').select(['initiative_id', 'lines', 'version']).$if(ids !== undefined, (query) => query.where('initiative_id', '=', among(ids ?? []))).execute()) as unknown as StoredCrew[]

/** Exceptions from the start gate, the newest first: of some initiatives, or of all. */
export const readExceptions = async (tx: Tx, ids?: readonly string[]): Promise<readonly StoredException[]> =>
  (await tx.selectFrom('start_exception').selectAll().$if(ids !== undefined, (query) => query.where('initiative_id', '=', among(ids ?? []))).orderBy('given_at', 'desc').orderBy('id', 'desc').execute()) as StoredException[]

/** The fiscal year of every envelope. */
export const readEnvelopeYears = (tx: Tx) => tx.selectFrom('budget_envelope').select(['id', 'year']).where('removed_at', 'is', null).execute()
/** What some initiatives hold of envelopes, in minor units. */
export async function readFundsOf(tx: Tx, ids: readonly string[]): Promise<readonly { readonly envelopeId: string; readonly initiativeId: string; readonly amountMinor: bigint }[]> {
  const rows = await tx.selectFrom('budget_entry').select(['envelope_id', 'initiative_id', sql<string>`sum(amount_minor)::text`.as('minor')]).where('initiative_id', '=', among(ids)).groupBy(['envelope_id', 'initiative_id']).execute()
  return rows.map(({ envelope_id: envelopeId, initiative_id: initiativeId, minor }) => ({ envelopeId, initiativeId, amountMinor: BigInt(minor) }))
}

/** People that are committed: of a pool to an initiative, for a stretch. */
export type CommittedLine = Line & { readonly poolId: string; readonly initiativeId: string }
/** People that are committed to some initiatives. */
export async function readPeopleOf(tx: Tx, ids: readonly string[]): Promise<readonly CommittedLine[]> {
  const rows = await tx.selectFrom('staffing_request').select(['pool_id', 'initiative_id', 'from_on', 'to_on', 'committed_hundredths']).where('state', '=', 'committed').where('initiative_id', '=', among(ids)).orderBy('from_on').orderBy('id').execute()
  return rows.map(({ pool_id, initiative_id, from_on, to_on, committed_hundredths }) => ({ poolId: pool_id, initiativeId: initiative_id, from: from_on, to: to_on, amount: BigInt(committed_hundredths ?? '0') }))
}

/** Every pool with its unit. */
export const readPoolUnits = (tx: Tx): Promise<{ id: string; name: string; unit: PoolUnit }[]> => tx.selectFrom('resource_pool').select(['id', 'name', 'unit']).where('removed_at', 'is', null).execute()
/** By which periods the organisation plans: quarters where nobody said. */
export const readGrain = async (tx: Tx): Promise<Grain> => (await tx.selectFrom('capacity_setting').select('grain').executeTakeFirst())?.grain ?? 'quarter'
/** The starts that are fixed, by initiative. */
export async function readFixedStarts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('initiative_plan').select(['initiative_id', 'fixed_on']).where('initiative_id', '=', among(ids)).where('fixed_on', 'is not', null).execute()
  return new Map(rows.map(({ initiative_id, fixed_on }) => [initiative_id, fixed_on ?? '']))
}

/** That an initiative starts after another one has ended, so many months later: what demands on plans say of it. What was removed holds nothing up. */
export type KeptOrder = { readonly initiativeId: string; readonly lagMonths: number; readonly name: string; readonly state: InitiativeState; readonly endOn: string | null }
export async function readOrders(tx: Tx, ids: readonly string[]): Promise<readonly KeptOrder[]> {
  const { rows } = await sql<KeptOrder>`
    select d.part->>'initiativeId' as "initiativeId", (d.part->>'lagMonths')::int as "lagMonths", i.name, i.state, i.end_on as "endOn"
    from planning_demand d join initiative i on i.org_id = d.org_id and i.id::text = d.part->>'afterId'
    where d.removed_at is null and i.removed_at is null and d.part->>'kind' = 'finishToStart' and (d.part->>'initiativeId')::uuid = any(${[...ids]}::uuid[]) order by d.recorded_at, d.id`.execute(tx)
  return rows
}
