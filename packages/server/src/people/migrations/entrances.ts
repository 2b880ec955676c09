import { appRole } from '../../database/index.ts'

/**
 * The ways past row-level security, for a caller whose organisation is not known yet. Each is a function of the owner
 * that answers one narrow question to one who holds the secret: an email for its password hash, a secret's hash for its
 * session, a token's id and hash for its actor. The server's role can ask nothing else across organisations.
 */
export const entrances: readonly string[] = [
  ...['organisation', 'account', 'membership', 'session', 'api_token'].map((table) => `create policy entrance on ${table} to current_user using (true) with check (true)`),
  entrance('installation_is_empty()', 'boolean', 'stable', 'select not exists (select from organisation)'),
  entrance('account_with_email(wanted text)', 'uuid', 'stable', 'select id from account where email = wanted'),
  // Who has several organisations enters the one joined first.
  entrance(
    'sign_in_account(wanted text)',
    'table (account_id uuid, name text, email text, password_hash text, org_id uuid, role text)',
    'stable',
    `select a.id, a.name, a.email, a.password_hash, m.org_id, m.role from account a left join membership m on m.account_id = a.id
     where a.email = wanted order by m.created_at, m.org_id limit 1`,
  ),
  // Idle for 12 hours, or 30 days old: over. Seen is written at most once a minute.
  entrance(
    'session_actor(hash bytea, at timestamptz)',
    'table (org_id uuid, session_id uuid, account_id uuid, name text, email text, role text)',
    'volatile',
    `update session s set last_seen_at = at where s.secret_hash = hash and s.last_seen_at < at - interval '1 minute' and s.last_seen_at > at - interval '12 hours';
     select s.org_id, s.id, a.id, a.name, a.email, m.role
     from session s join membership m on m.org_id = s.org_id and m.account_id = s.account_id join account a on a.id = s.account_id
     where s.secret_hash = hash and s.last_seen_at > at - interval '12 hours' and s.created_at > at - interval '30 days'`,
  ),
  entrance('end_session(hash bytea)', 'void', 'volatile', 'delete from session where secret_hash = hash'),
  // A token does what its own role allows, and never more than its person may by now.
  entrance(
    'token_actor(token uuid, hash bytea, at timestamptz)',
    'table (org_id uuid, account_id uuid, name text, email text, role text, member_role text)',
    'volatile',
    `update api_token t set last_used_at = at where t.id = token and t.secret_hash = hash and (t.last_used_at is null or t.last_used_at < at - interval '1 minute');
     select t.org_id, a.id, a.name, a.email, t.role, m.role
     from api_token t join membership m on m.org_id = t.org_id and m.account_id = t.account_id join account a on a.id = t.account_id
     where t.id = token and t.secret_hash = hash and (t.expires_at is null or t.expires_at > at)`,
  ),
]

/** A function of the owner that the server may call, and nobody else. */
export function entrance(signature: string, returns: string, volatility: 'stable' | 'volatile', body: string): string {
  const name = signature.slice(0, signature.indexOf('('))
  return `
    create function ${signature} returns ${returns} language sql ${volatility} security definer set search_path = pg_catalog, public, pg_temp as $$ ${body} $$;
    revoke all on function ${name} from public;
    grant execute on function ${name} to ${appRole}`
}
