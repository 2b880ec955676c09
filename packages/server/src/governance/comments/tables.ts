import type { Generated } from 'kysely'
import type { PersonName } from '@throughline/contract/governance'

/** What was said about a thing. Removed ones keep their row without text; every wording is kept in the revisions. */
export interface CommentTable {
  org_id: string
  id: string
  /** The first comment of the thread; its own id where it is the first. */
  thread_id: string
  subject_room: string
  subject_kind: string
  subject_id: string
  author_id: string
  author_name: string
  body: string
  mentions: unknown
  created_at: Generated<string>
  edited_at: Generated<string | null>
  removed_at: Generated<string | null>
  /** Of first comments alone. */
  resolved_at: Generated<string | null>
  resolved_by: Generated<string | null>
  version: Generated<number>
}
export type Mentions = readonly PersonName[]

declare module '../../database/tables.ts' {
  interface Tables {
    comment: CommentTable
  }
}
