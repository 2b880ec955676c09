import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    strategy_source: StrategySourceTable
    source_passage: SourcePassageTable
    reading_review: ReadingReviewTable
    reading_answer: ReadingAnswerTable
  }
}

/** A document that the strategy was read from; never changed. */
export interface StrategySourceTable {
  org_id: string
  id: string
  title: string
  issued_on: string
  text: string
  /** Length of the text as it was recorded, in UTF-16 code units. */
  characters: number
  edition_of: string | null
  recorded_at: string
  recorded_by: string
}

/** The words of a source that an objective rests on, in force or in the draft. */
export interface SourcePassageTable {
  org_id: string
  id: string
  version: Generated<number>
  objective_id: string
  source_id: string
  from_at: number
  to_at: number
  quote: string
  cited_at: string
  cited_by: string
  cited_by_id: string
  removed_at: Generated<string | null>
}

/** What was said of a reading: words and passages as they were then. */
export interface ReadingReviewTable {
  org_id: string
  id: string
  objective_id: string
  verdict: 'confirmed' | 'questioned'
  point: string
  statement: string
  description: string
  /** `string[]`, ids of the passages. */
  passages: unknown
  reviewed_at: string
  reviewed_by: string
  /** Null of what was said before it was kept. */
  reviewed_by_id: string | null
}

/** What was answered to a point that was questioned; never changed. */
export interface ReadingAnswerTable {
  org_id: string
  id: string
  review_id: string
  /** The passage that shows it. */
  passage_id: string | null
  words: string
  answered_at: string
  answered_by: string
}
