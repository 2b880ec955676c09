import { appRole } from '../../database/migration.ts'

/**
 * What the server may add to the past of initiatives: states recorded now that hold from an earlier day. They are seen where that day
 * is asked for, and never as what was in force: the instant at which they are replaced is the one at which they were recorded.
 */
export const stateFunctions: readonly string[] = [
  // The row as it stands lends what a position says nothing of.
  added(
    'remember_states(states jsonb)',
    `insert into initiative_past overriding user value
      select p.* from jsonb_to_recordset(states) as s(id uuid, valid_from date, columns jsonb)
        join initiative i on i.org_id = current_org() and i.id = s.id
        cross join lateral jsonb_populate_record(null::initiative_past, to_jsonb(i) || s.columns || ${recordedNow('s.id', 's.valid_from')}) p`,
  ),
  // Each day for which the act recorded a state gets back the one before it; a thing that was not there is there no more.
  added(
    'take_back_states(recorded timestamptz)',
    `insert into initiative_past overriding user value
      select p.* from (select to_jsonb(i) as state, id, valid_from from initiative i where org_id = current_org() and believed_from = recorded
          union all select to_jsonb(i), id, valid_from from initiative_past i where org_id = current_org() and believed_from = recorded) taken
        left join lateral (select to_jsonb(e) as state from initiative_past e where e.org_id = current_org() and e.id = taken.id and e.valid_from <= taken.valid_from and e.believed_from < recorded
          order by e.valid_from desc, e.believed_from desc, e.past_no desc limit 1) earlier on true
        cross join lateral jsonb_populate_record(null::initiative_past, coalesce(earlier.state, taken.state || jsonb_build_object('removed_at', take_act_clock())) || ${recordedNow('taken.id', 'taken.valid_from')}) p`,
  ),
]

function recordedNow(id: string, validFrom: string): string {
  return `jsonb_build_object('org_id', current_org(), 'id', ${id}, 'valid_from', ${validFrom}, 'believed_from', take_act_clock(), 'replaced_at', take_act_clock())`
}

function added(signature: string, statement: string): string {
  const name = signature.slice(0, signature.indexOf('('))
  return `
    create function ${signature} returns void language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$ begin ${statement}; end $$;
    revoke all on function ${name} from public;
    grant execute on function ${name} to ${appRole}`
}
