import { sql } from 'kysely'
import { withOrg, type Actor, type Db } from '../database/index.ts'
import { tokenParts } from './secrets.ts'

/** What a caller has shown: the session it holds, or the text of its token. */
export type Credential = { readonly sessionId: string } | { readonly token: string }

/** Whether a session or token that was let in would be let in now. Looking does not count as using it. */
export function stillStands(db: Db, actor: Pick<Actor, 'orgId' | 'accountId'>, credential: Credential, now: Date): Promise<boolean> {
  const at = now.toISOString()
  return withOrg(db, actor, async (tx) => {
    const { rows } =
      'sessionId' in credential
        ? await sql`select from session where id = ${credential.sessionId} and account_id = ${actor.accountId} and last_seen_at > ${at}::timestamptz - make_interval(mins => coalesce((select idle_minutes from sign_in_policy), 720))
            and created_at > ${at}::timestamptz - make_interval(hours => coalesce((select longest_hours from sign_in_policy), 720))`.execute(tx)
        : await sql`select from api_token where id = ${tokenParts(credential.token)?.id ?? null}::uuid and account_id = ${actor.accountId} and (expires_at is null or expires_at > ${at}::timestamptz)`.execute(tx)
    return rows.length > 0
  })
}
