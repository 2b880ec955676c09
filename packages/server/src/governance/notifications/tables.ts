import type { Generated } from 'kysely'
import type { NotificationReason } from '@throughline/contract/governance'

/** What one person was told. The database shows a row to its recipient alone. */
export interface NotificationTable {
  org_id: string
  id: string
  account_id: string
  reason: NotificationReason
  subject_room: string | null
  subject_kind: string | null
  subject_id: string | null
  comment_id: string | null
  /** The act that it is about, where there is one: `demand.change-initiative`; a job's kind. */
  act: string | null
  by_name: string | null
  words: string
  created_at: Generated<string>
  read_at: Generated<string | null>
}

/** For which reasons a person is told; a reason without a row is told. */
export interface NotificationChoiceTable { org_id: string; account_id: string; reason: NotificationReason; in_app: boolean }

/** Who follows what. `following` false: somebody who has left it does not come back by being mentioned. */
export interface FollowTable { org_id: string; account_id: string; subject_room: string; subject_kind: string; subject_id: string; following: boolean; created_at: Generated<string> }

declare module '../../database/tables.ts' {
  interface Tables {
    notification: NotificationTable
    notification_choice: NotificationChoiceTable
    follow: FollowTable
  }
}
