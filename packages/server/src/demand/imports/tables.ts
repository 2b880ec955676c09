import type { LinkedBy } from '@throughline/engine/demand'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    portfolio_import: ImportTable
    import_chunk: ImportChunkTable
    import_piece: ImportPieceTable
    import_plan: ImportPlanTable
    import_issue: ImportIssueTable
    import_change: ImportChangeTable
    import_memory: ImportMemoryTable
  }
}

/** One file on its way in, and what became of it. `state` is what was decided; a job that ended otherwise is seen by its own state. */
export interface ImportTable {
  org_id: string
  id: string
  file_name: string
  bytes: string
  sha256: string
  format: string
  state: 'reading' | 'preview' | 'applying' | 'applied' | 'undoing' | 'undone' | 'discarded'
  job_id: string | null
  /** `ImportChoices` */
  choices: unknown
  /** `StagedSummary`: what the file holds; null until it was read. */
  summary: unknown
  /** `PlanSummary`: what applying would do; null until it was compared. */
  plan: unknown
  /** The newest change of the portfolio that the plan knows of. */
  plan_stamp: string | null
  created_at: Generated<string>
  created_by: string
  publication_id: string | null
  outcome: unknown
  applied_at: string | null
  applied_by: string | null
  undone: unknown
  undone_at: string | null
  undone_by: string | null
  /** When the file and what was read of it were put away. */
  file_gone_at: string | null
}

/** A piece of at most one megabyte of an imported file, in order. */
export interface ImportChunkTable { org_id: string; import_id: string; number: number; bytes: Uint8Array }

/** What was read of a file, compressed (packed.ts): rows from piece 1 on, in piece 0 the index of all of them. */
export interface ImportPieceTable { org_id: string; import_id: string; number: number; bytes: Uint8Array }

/** What becomes of a row, as last compared with the portfolio. */
export interface ImportPlanTable {
  org_id: string
  import_id: string
  number: number
  as_of: string | null
  /** The first row of the import that is the same initiative. */
  begins: number
  /** Null where the import begins it, or the row is refused. */
  initiative_id: string | null
  linked_by: LinkedBy | 'refused'
  effect: 'new' | 'changed' | 'unchanged' | 'history' | 'refused'
  changes: unknown
}

export interface ImportIssueTable { org_id: string; import_id: string; number: number; severity: 'error' | 'warning' | 'note'; code: string; row_number: number | null; found: string; expected: string; message: string; place: unknown; stage: 'read' | 'plan' }

/** What applying an import did to one thing: enough to take it back. `before` null: it was created. */
export interface ImportChangeTable { org_id: string; import_id: string; kind: 'initiative' | 'unit' | 'publication' | 'custom_field'; entity_id: string; before: unknown; after: unknown }

/** What was decided about the headings of a file when it was applied. */
export interface ImportMemoryTable {
  org_id: string
  id: string
  import_id: string
  file_name: string
  /** `MappingMemory` with the headings as written. */
  choices: unknown
  at: Generated<string>
  by: string
  forgotten_at: string | null
  forgotten_by: string | null
}
