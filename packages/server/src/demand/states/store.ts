import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { InitiativeRecord } from '../store/initiatives.ts'

/** A day at which the state of an initiative is wanted. */
export type StateWanted = { readonly id: string; readonly on: string }
/** A state that a position gives: the columns that it says, and the day from which they hold. */
export type PositionState = { readonly id: string; readonly validFrom: string; readonly columns: Partial<InitiativeRecord> }

export const stateKey = ({ id, on }: StateWanted): string => `${id} ${on}`

/** The states that hold on the days wanted, as they are known now, by `stateKey`; none where the initiative was not there yet. */
export async function readStatesOn(tx: Tx, wanted: readonly StateWanted[]): Promise<ReadonlyMap<string, InitiativeRecord>> {
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<InitiativeRecord & { wanted_on: string }>`
    select state.*, w.on as wanted_on from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(id uuid, "on" date)
      cross join lateral (select s.* from initiative_past s where s.org_id = current_org() and s.id = w.id and s.valid_from <= w.on
        order by s.valid_from desc, s.believed_from desc, s.past_no desc limit 1) state`.execute(tx)
  return new Map(rows.filter(({ removed_at }) => removed_at === null).map((row) => [stateKey({ id: row.id, on: row.wanted_on }), row]))
}

/** Records states that hold from days before that of the plan of record, which stays as it is. */
export async function rememberStates(tx: Tx, states: readonly PositionState[]): Promise<void> {
  if (states.length === 0) return
  await sql`select remember_states(${JSON.stringify(states.map(({ id, validFrom, columns }) => ({ id, valid_from: validFrom, columns })))}::jsonb)`.execute(tx)
}

/**
 * Takes back the states that the act which brought a publication has recorded: the days that it spoke of show again what they showed
 * before it. What is in force is restored by the caller.
 */
export async function takeBackStatesOf(tx: Tx, publicationIds: readonly string[]): Promise<void> {
  await sql`select take_back_states(recorded) from (
    select min(believed_from) as recorded from (select id, believed_from from publication union all select id, believed_from from publication_past) p
      where id = any(${publicationIds}::uuid[]) group by id) acts group by recorded`.execute(tx)
}
