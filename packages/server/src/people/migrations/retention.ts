import type { Migration } from '../../database/index.ts'
import { entrance } from './entrances.ts'

/**
 * What is over opens nothing and is forgotten: sessions past the longest that any policy allows (7 days unused, 30 in all), browsers not
 * seen for half a year, links, invitations a month after they ended, challenges and counted attempts. Rows of accounts are told apart by
 * nobody here; the same hour does for every organisation.
 */
export const retentionMigrations: readonly Migration[] = [
  {
    name: 'people-050-retention',
    up: (sql) =>
      sql(entrance(
        'forget_ended(at timestamptz)',
        'integer',
        'volatile',
        `delete from known_device d where d.last_used_at < at - interval '180 days';
         delete from password_reset r where r.expires_at <= at;
         delete from invitation i where i.expires_at <= at - interval '30 days';
         delete from passkey_challenge c where c.expires_at <= at;
         delete from sign_in_attempt a where a.started_at < at - interval '1 day';
         with gone as (delete from session s where s.last_seen_at <= at - interval '7 days' or s.created_at <= at - interval '30 days' returning 1) select count(*)::integer from gone`,
      )),
  },
]
