import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    success_story: SuccessStoryTable
    story_contributor: StoryContributorTable
  }
}

/** What was achieved, told by figures of the ledger. */
export interface SuccessStoryTable {
  org_id: string
  id: string
  version: Generated<number>
  title: string
  words: string
  /** `StoredFigure[]`: by reference, with what stood in the ledger when they were taken. */
  figures: unknown
  state: Generated<'draft' | 'published' | 'taken_back'>
  written_by: string
  written_at: string
  published_by: Generated<string | null>
  published_at: Generated<string | null>
  taken_back_by: Generated<string | null>
  taken_back_at: Generated<string | null>
  taken_back_because: Generated<string | null>
  removed_at: Generated<string | null>
}

/** Somebody who had a part in a story, and whether they may be named. */
export interface StoryContributorTable {
  org_id: string
  id: string
  version: Generated<number>
  story_id: string
  account_id: string
  name: string
  part: string
  answer: Generated<'asked' | 'agreed' | 'declined'>
  answered_at: Generated<string | null>
  removed_at: Generated<string | null>
}
