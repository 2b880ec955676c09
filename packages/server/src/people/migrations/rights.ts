import { appRole, tenantTable, type Migration } from '../../database/index.ts'
import { entrance } from './entrances.ts'

const roles = `'owner', 'administrator', 'portfolio_lead', 'editor', 'sponsor', 'project_manager', 'benefit_owner', 'finance', 'resource_manager', 'viewer', 'auditor'`

/**
 * What one may do: the role of the membership, and roles that are given beside it by scope or delegated until a day. The units that a role
 * covers are those below its own by now. A delegated role holds while who delegated it has it too, other than by delegation.
 */
const standingOf = `
  create function standing_of(org uuid, account uuid, today date) returns jsonb language plpgsql volatile set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform set_config('app.org_id', org::text, true), set_config('app.account_id', account::text, true);
    return (
      select jsonb_build_object('role', m.role, 'given', coalesce((
        select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('role', r.role, 'initiativeId', r.initiative_id, 'units', case when r.unit_id is not null then (
          with recursive below as (select r.unit_id as id union select u.id from org_unit u join below b on u.parent_id = b.id)
          select jsonb_agg(below.id) from below) end)) order by r.id)
        from role_assignment r where r.account_id = account and (r.last_on is null or r.last_on >= today) and (r.delegated_by is null
          or exists (select from membership d where d.account_id = r.delegated_by and d.role = r.role)
          or exists (select from role_assignment own where own.account_id = r.delegated_by and own.delegated_by is null and own.role = r.role and (own.last_on is null or own.last_on >= today)
            and (own.scope = 'organisation' or (own.unit_id is not distinct from r.unit_id and own.initiative_id is not distinct from r.initiative_id))))), '[]'::jsonb))
      from membership m where m.account_id = account);
  end $$`

// A token is bound to the permissions of its role or to those it names, and never does more than whose it is may by now.
const tokenActor = entrance(
  'token_actor(token uuid, hash bytea, at timestamptz)',
  'table (org_id uuid, account_id uuid, name text, email text, role text, may text[], member_role text)',
  'volatile',
  `update api_token t set last_used_at = at where t.id = token and t.secret_hash = hash and (t.last_used_at is null or t.last_used_at < at - interval '1 minute');
   select t.org_id, a.id, a.name, a.email, t.role, t.may, m.role
   from api_token t join membership m on m.org_id = t.org_id and m.account_id = t.account_id join account a on a.id = t.account_id
   where t.id = token and t.secret_hash = hash and (t.expires_at is null or t.expires_at > at)`,
)

export const rightsMigrations: readonly Migration[] = [
  {
    // Owner, editor and viewer keep their names and exactly what they could do.
    name: 'people-020-roles',
    up: async (sql) => {
      await sql(`
        alter table membership drop constraint membership_role_check, add constraint membership_role_check check (role in (${roles}));
        alter table membership add column service boolean not null default false;
        alter table api_token drop constraint api_token_role_check, add constraint api_token_role_check check (role in (${roles}));
        alter table api_token alter column role drop not null, add column may text[], add constraint api_token_bound check ((role is null) <> (may is null));
        drop function token_actor(uuid, bytea, timestamptz)`)
      await sql(tokenActor)
      await tenantTable(
        sql,
        `create table role_assignment (
          org_id uuid not null references organisation,
          id uuid not null,
          account_id uuid not null,
          role text not null check (role in (${roles})),
          scope text not null check (scope in ('organisation', 'unit', 'initiative')),
          unit_id uuid,
          initiative_id uuid,
          last_on date,
          delegated_by uuid,
          note text not null default '',
          given_by text not null,
          given_at timestamptz not null,
          primary key (org_id, id),
          foreign key (org_id, account_id) references membership on delete cascade,
          foreign key (org_id, delegated_by) references membership (org_id, account_id) on delete cascade,
          foreign key (org_id, unit_id) references org_unit on delete cascade,
          check ((scope = 'unit') = (unit_id is not null) and (scope = 'initiative') = (initiative_id is not null)),
          check (role <> 'owner'),
          check (delegated_by is null or (last_on is not null and delegated_by <> account_id))
        )`,
      )
      await sql(`
        create index role_assignment_of on role_assignment (org_id, account_id);
        create index role_assignment_delegated on role_assignment (org_id, delegated_by) where delegated_by is not null`)
      await sql(`${standingOf}; revoke all on function standing_of(uuid, uuid, date) from public; grant execute on function standing_of(uuid, uuid, date) to ${appRole}`)
    },
  },
]
