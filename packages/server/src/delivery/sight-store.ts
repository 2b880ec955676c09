import type { SightThing } from '@throughline/contract/strategy'
import { parentsOf, type TaskKind, type TaskPlace, type TaskState } from '@throughline/engine/delivery'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../database/index.ts'
import type { Edge, Ends, SightSource } from '../strategy/index.ts'

type Row = { readonly id: string; readonly key: string; readonly name: string; readonly kind: TaskKind; readonly state: TaskState; readonly on: string | null }

const among = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`
const ends = (given: Ends, from: RawBuilder<unknown>, to: RawBuilder<unknown>) => ('from' in given ? sql`${from} = ${among(given.from)}` : sql`${to} = ${among(given.to)}`)
const edges = async (tx: Tx, query: RawBuilder<Edge>): Promise<readonly Edge[]> => (await query.execute(tx)).rows
const thing = ({ id, key, name, kind, state, on }: Row): SightThing => ({ kind: 'task', id, name, note: [key, ...(kind === 'task' ? [] : [kind.replace('_', ' ')]), state.replace('_', ' ')].join(' · '), on })

/** Work that is looked at in one step: what brings something about first, then what is open, the earliest due first. */
const mostTasks = 200
const inOrder = sql`order by (t.enables_id is null), (t.state in ('done', 'cancelled')), t.finish_on nulls last, t.key limit ${mostTasks}`
/** Work that is named of an initiative that serves nothing. */
const mostNamed = 5

/** The work of initiatives and what it enables, as steps of the line of sight. */
export const deliverySight = {
  tasks: async (tx, ids) => (await sql<Row>`select t.id, t.key, t.name, t.kind, t.state, coalesce(t.finished_on, t.finish_on) as "on" from task t where t.removed_at is null and t.id = ${among(ids)}`.execute(tx)).rows.map(thing),
  tasksOfInitiatives: (tx, given) => edges(tx, sql<Edge>`select t.initiative_id as "from", t.id as "to" from task t where t.removed_at is null and ${ends(given, sql`t.initiative_id`, sql`t.id`)} ${inOrder}`),
  enablingOfInitiatives: (tx, given) => edges(tx, sql<Edge>`select t.initiative_id as "from", t.id as "to" from task t where t.removed_at is null and ${'from' in given ? sql`t.enables_id is not null` : sql`true`} and ${ends(given, sql`t.initiative_id`, sql`t.id`)} ${inOrder}`),
  partsToWholes,
  benefitsOfTasks: (tx, given) => enabledBy(tx, 'benefit', given),
  changesOfTasks: (tx, given) => enabledBy(tx, 'change', given),
  tasksOwned: async (tx, { name }) => (await sql<{ id: string }>`select t.id from task t where t.removed_at is null and t.state <> 'cancelled' and lower(trim(t.owner)) = lower(trim(${name}::text)) ${inOrder}`.execute(tx)).rows.map(({ id }) => id),
  countTasks: async (tx, initiativeId) => (await sql<{ count: number }>`select count(*)::int as count from task t where t.removed_at is null and t.initiative_id = ${initiativeId}`.execute(tx)).rows[0]?.count ?? 0,
  work: async (tx) => {
    const { rows } = await sql<Row & { readonly initiative_id: string; readonly count: number }>`
      select * from (select t.id, t.key, t.name, t.kind, t.state, coalesce(t.finished_on, t.finish_on) as "on", t.initiative_id, count(*) over (partition by t.initiative_id)::int as count,
        row_number() over (partition by t.initiative_id order by (t.state in ('done', 'cancelled')), t.finish_on nulls last, t.key) as place from task t where t.removed_at is null) w
      where w.place <= ${mostNamed} order by w.initiative_id, w.place`.execute(tx)
    return new Map([...Map.groupBy(rows, ({ initiative_id }) => initiative_id)].map(([id, own]) => [id, { count: own[0]?.count ?? 0, first: own.map(thing) }]))
  },
} satisfies Partial<SightSource>

const enabledBy = (tx: Tx, kind: 'benefit' | 'change', given: Ends): Promise<readonly Edge[]> =>
  edges(tx, sql<Edge>`select t.id as "from", t.enables_id as "to" from task t where t.removed_at is null and t.enables_kind = ${kind} and ${ends(given, sql`t.id`, sql`t.enables_id`)} ${inOrder}`)

/** What is part of what, by WBS code or as it was said: what a whole enables comes about by its parts. */
async function partsToWholes(tx: Tx, given: Ends): Promise<readonly Edge[]> {
  const asked = new Set('from' in given ? given.from : given.to)
  const { rows } = await sql<TaskPlace & { readonly initiative: string }>`select t.id, t.key, t.kind, t.wbs, t.parent_id as "parentId", t.initiative_id as initiative from task t
    where t.removed_at is null and t.initiative_id in (select s.initiative_id from task s where s.id = ${among([...asked])}) order by t.id`.execute(tx)
  const found = [...Map.groupBy(rows, ({ initiative }) => initiative).values()].flatMap((own) => [...parentsOf(own)].flatMap(([part, whole]): readonly Edge[] => (whole === null ? [] : [{ from: part, to: whole }])))
  return found.filter(({ from, to }) => asked.has('from' in given ? from : to)).slice(0, mostTasks)
}
