import { appRole, type Migration } from '../../database/index.ts'

/**
 * What restoring an archive may do and nothing else: rows keep the instants that they bring along, and the past is written as it was.
 * Only for an organisation in which nothing was done but its founding, and for one transaction.
 */
export const archiveMigrations: readonly Migration[] = [
  {
    name: 'governance-090-restoring',
    up: async (sql) => {
      await sql(`
        create function begin_restoring() returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        begin
          if exists (select from revision where org_id = current_org() and room not in ('people', 'governance')) then raise exception 'an archive is restored into an organisation without acts of its own'; end if;
          perform set_config('app.restoring', current_org()::text, true);
        end $$;

        create function restore_past(twin text, given text[]) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        begin
          if not restoring() then raise exception 'nothing is being restored'; end if;
          if twin !~ '^[a-z_]+_past$' or to_regclass('public.' || twin) is null then raise exception 'there is no past of this name'; end if;
          execute format('insert into %I (%s) overriding system value select %s from pg_temp.restored_line cross join lateral jsonb_populate_record(null::%I, line || jsonb_build_object(''org_id'', current_org())) r order by no',
            twin, (select string_agg(quote_ident(c), ', ') from unnest(given) c), (select string_agg('r.' || quote_ident(c), ', ') from unnest(given) c), twin);
          perform setval(pg_get_serial_sequence(twin, 'past_no'), greatest(nextval(pg_get_serial_sequence(twin, 'past_no')), (select max((line ->> 'past_no')::bigint) from pg_temp.restored_line)));
        end $$;

        create function end_restoring(saved_at timestamptz) returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
          update act_clock set last = greatest(last, saved_at) where org_id = current_org() $$;

        ${['begin_restoring()', 'restore_past(text, text[])', 'end_restoring(timestamptz)'].map((signature) => `revoke all on function ${signature} from public; grant execute on function ${signature} to ${appRole};`).join('\n')}`)
    },
  },
]
