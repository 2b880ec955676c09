import { appRole, tenantTable, type Migration } from '../migration.ts'
import { historyOf } from './rule.ts'

/** The order of the acts of an organisation, and what the moments of reading are. */
export const historyMigrations: readonly Migration[] = [
  {
    name: 'database-002-act-clock',
    up: async (sql) => {
      await sql('create table history_rule (table_name text primary key, none text, shown_when text, clock text, valid_from text)')
      await tenantTable(sql, 'create table act_clock (org_id uuid primary key, last timestamptz not null)')
      await sql(`
        create function act_time() returns timestamptz language sql stable parallel safe
          return coalesce(nullif(current_setting('app.recorded_at', true), '')::timestamptz, now());
        create function known_at() returns timestamptz language sql stable parallel safe
          return coalesce(nullif(current_setting('app.known_at', true), '')::timestamptz, 'infinity'::timestamptz);
        create function valid_on() returns date language sql stable parallel safe
          return coalesce(nullif(current_setting('app.valid_on', true), '')::date, 'infinity'::date);
        create function restoring() returns boolean language sql stable parallel safe
          return coalesce(current_setting('app.restoring', true) = current_org()::text, false);
        create function civil_day(instant timestamptz) returns date language sql stable parallel safe
          return (instant at time zone 'UTC')::date`)
      for (const statement of [takeActClock, dateState, dateValidState]) await sql(statement)
      await sql('alter table revision alter at set default act_time()')
      await historyOf(sql, 'revision', { clock: 'at' })
      await historyOf(sql, 'act_clock', { none: 'the clock itself' })
      await sql(`revoke all on function take_act_clock() from public; grant execute on function take_act_clock() to ${appRole}`)
    },
  },
  { name: 'database-004-followed', up: (sql) => sql('alter table history_rule add followed boolean not null default false') },
]

/**
 * The instant of the act of this transaction, taken when it is first asked for. The row of the organisation is held until the act
 * ends, so that its acts stand in one order, also where the machine's clock runs backwards. Whole milliseconds, as instants travel.
 */
const takeActClock = `
  create function take_act_clock() returns timestamptz language plpgsql volatile as $$
  declare taken timestamptz := nullif(current_setting('app.recorded_at', true), '')::timestamptz;
  begin
    if taken is not null then return taken; end if;
    insert into act_clock as clock (org_id, last) values (current_org(), date_trunc('milliseconds', clock_timestamp()))
      on conflict (org_id) do update set last = greatest(date_trunc('milliseconds', clock_timestamp()), clock.last + interval '1 millisecond')
      returning last into taken;
    perform set_config('app.recorded_at', taken::text, true);
    return taken;
  end $$`

/** A schema step names no organisation and says itself since when its rows are believed; so do rows that come back from an archive. */
const dateState = `
  create function date_state() returns trigger language plpgsql as $$
  begin
    if current_org() is not null and not restoring() then new.believed_from := take_act_clock(); end if;
    return new;
  end $$`

/** As `date_state`; a state holds from the day that the act has named, else from the day of the act, and never from before the state that it replaces. */
const dateValidState = `
  create function date_valid_state() returns trigger language plpgsql as $$
  begin
    if current_org() is null or restoring() then return new; end if;
    new.believed_from := take_act_clock();
    new.valid_from := coalesce(nullif(current_setting('app.valid_from', true), '')::date, civil_day(new.believed_from));
    if tg_op = 'UPDATE' then new.valid_from := greatest(old.valid_from, new.valid_from); end if;
    return new;
  end $$`
