import { appRole, ownOrganisation } from '../migration.ts'
import type { Column, Kept } from './catalogue.ts'

/** The instant from which a state is believed; columns of the twin alone: until when, and the order in which states were put away. */
export const believedFrom = 'believed_from'
export const validFrom = 'valid_from'
const twinColumns = ['replaced_at', 'past_no']

/** The column of a table that holds when a row's state was recorded. */
export const clockOf = ({ clock }: Pick<Kept, 'clock'>): string => clock ?? believedFrom
const has = (columns: readonly Column[], name: string): boolean => columns.some((column) => column.name === name)

/** Instants that tables have of old: when a row was first recorded. */
const firstRecorded = ['created_at', 'recorded_at', 'imported_at', 'at']

/** Gives a table the columns that say since when its rows are believed, and hold. Of rows that were there already, as far back as is known. */
export function datedColumns({ name, columns, clock, validFrom: holdsFrom }: Kept): readonly string[] {
  const first = firstRecorded.find((column) => columns.some((one) => one.name === column && one.type === 'timestamp with time zone'))
  const known: string[] = []
  const steps: string[] = []
  if (clock === null && !has(columns, believedFrom)) {
    steps.push(`alter table ${name} add ${believedFrom} timestamptz not null default '-infinity'`, `alter table ${name} alter ${believedFrom} set default act_time()`)
    if (first) known.push(`${believedFrom} = coalesce(${first}, '-infinity')`)
  }
  if (holdsFrom !== null && !has(columns, validFrom)) {
    steps.push(`alter table ${name} add ${validFrom} date not null default '-infinity'`, `alter table ${name} alter ${validFrom} set default civil_day(act_time())`)
    known.push(`${validFrom} = ${holdsFrom}`)
  }
  // What an act writes bears the instant of the act.
  for (const column of columns) if (column.constant === 'now()') steps.push(`alter table ${name} alter ${column.name} set default act_time()`)
  // The owner is bound by row-level security as everybody is, and names no organisation here.
  return known.length === 0 ? steps : [...steps, `alter table ${name} no force row level security`, `update ${name} set ${known.join(', ')}`, `alter table ${name} force row level security`]
}

/** The database alone says when something was recorded: once for a new row, again with every change that changes anything. */
export function datingTriggers({ name, clock, validFrom: holdsFrom, appendOnly }: Kept): readonly string[] {
  const date = clock !== null ? `date_${clock}()` : holdsFrom === null ? 'date_state()' : 'date_valid_state()'
  const ownClock = `create or replace function date_${clock}() returns trigger language plpgsql as $$
    begin
      if current_org() is not null then new.${clock} := take_act_clock(); end if;
      return new;
    end $$`
  // What bears the instant of the act by its default is right already; it is cheaper to see that than to say it again for each of many rows.
  const right = [`new.${clock ?? believedFrom} = nullif(current_setting('app.recorded_at', true), '')::timestamptz`, ...(holdsFrom === null ? [] : [`new.${validFrom} = coalesce(nullif(current_setting('app.valid_from', true), '')::date, civil_day(new.${believedFrom}))`])]
  return [
    ...(clock === null ? [] : [ownClock]),
    `create or replace trigger date_added before insert on ${name} for each row when ((${right.join(' and ')}) is not true) execute function ${date}`,
    ...(appendOnly ? [] : [`create or replace trigger date_changed before update on ${name} for each row when (old.* is distinct from new.*) execute function ${date}`]),
  ]
}

/** The twin of a table, `<name>_past`: what its rows were, from when until when it was believed. The server may read it, and nothing else. */
export function twinOf(kept: Kept): readonly string[] {
  const { name, key, columns, pastColumns } = kept
  const past = `${name}_past`
  const added = columns.filter((column) => !pastColumns || !has(pastColumns, column.name))
  const changed = (pastColumns ?? []).filter((column) => columns.some((one) => one.name === column.name && one.type !== column.type))
  if (pastColumns) return [...added.map((column) => addColumn(past, column)), ...changed.map(({ name: column }) => `alter table ${past} alter ${column} type ${typeOf(columns, column)} using ${column}::${typeOf(columns, column)}`), ...guards(kept)]
  return [
    `create table ${past} (${columns.map((column) => `${column.name} ${column.type}`).join(', ')}, replaced_at timestamptz not null, past_no bigint generated always as identity, primary key (${[...key, 'past_no'].join(', ')}), check (${believedFrom} <= replaced_at))`,
    `create index ${past}_known on ${past} (org_id, ${believedFrom}, replaced_at)`,
    `alter table ${past} enable row level security`,
    `alter table ${past} force row level security`,
    `create policy own_organisation on ${past} using (${ownOrganisation}) with check (${ownOrganisation})`,
    `grant select on ${past} to ${appRole}`,
    ...guards(kept),
  ]
}

/** Past states get what a new column gave to the rows there were: its constant. */
const addColumn = (past: string, { name, type, constant }: Column): string =>
  `alter table ${past} add ${name} ${type}${constant !== null && /^('(?:[^']|'')*'(::[a-z ]+(\(\d+(,\d+)?\))?(\[\])?)?|-?[\d.]+|true|false)$/.test(constant) ? ` default ${constant}` : ''}`

const typeOf = (columns: readonly Column[], name: string): string => columns.find((column) => column.name === name)?.type ?? 'text'

/** Who may not see a row may not see what it was. Within a subquery, a policy names its columns with their table. */
const guards = ({ name: table, policies }: Kept): readonly string[] =>
  policies.flatMap(({ name, using }) => [`drop policy if exists ${name} on ${table}_past`, `create policy ${name} on ${table}_past as restrictive for select to ${appRole} using (${using.replaceAll(new RegExp(`\\b${table}\\.`, 'g'), `${table}_past.`)})`])

/** Columns that both the table and its twin have. */
export const sharedColumns = ({ columns }: Kept): readonly string[] => columns.map(({ name }) => name).filter((name) => !twinColumns.includes(name))

/** Puts what a statement replaced or took away into the twin, by one statement more. A schema step names no organisation: it is no act, and leaves no past. */
export function keepingTriggers(kept: Kept): readonly string[] {
  const { name, key, validFrom: holdsFrom, followed } = kept
  const columns = sharedColumns(kept)
  const all = columns.join(', ')
  const olds = columns.map((column) => `o.${column}`).join(', ')
  const same = key.map((column) => `n.${column} = o.${column}`).join(' and ')
  // A state that was replaced within its own act was never believed by anybody; it counts only where it holds from another day.
  const gone = `n.${believedFrom} > o.${believedFrom}${holdsFrom === null ? '' : ` or n.${validFrom} > o.${validFrom}`}`
  return [
    `create or replace function keep_${name}() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        if current_org() is null then return null; end if;
        if tg_op = 'DELETE' then
          insert into ${name}_past (${all}, replaced_at) select ${olds}, take_act_clock() from old_rows o where o.${believedFrom} < take_act_clock();
        else
          insert into ${name}_past (${all}, replaced_at) select ${olds}, n.${believedFrom} from old_rows o join new_rows n on ${same} where ${gone};
        end if;
        return null;
      end $$`,
    `revoke all on function keep_${name}() from public`,
    `create or replace trigger keep_changed after update on ${name} referencing old table as old_rows new table as new_rows for each statement execute function keep_${name}()`,
    `create or replace trigger keep_removed after delete on ${name} referencing old table as old_rows for each statement execute function keep_${name}()`,
    ...(holdsFrom === null ? [] : [`create index if not exists ${name}_past_valid on ${name}_past (org_id, id, ${validFrom} desc, ${believedFrom} desc, past_no desc)`]),
    ...(followed ? [`create index if not exists ${name}_believed on ${name} (org_id, ${believedFrom})`, `create index if not exists ${name}_past_replaced on ${name}_past (org_id, replaced_at)`] : []),
  ]
}
