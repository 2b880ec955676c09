import type { CivilDate } from '@throughline/engine/kernel'
import type { DraftPosition, Mapping, MappingMemory } from '@throughline/exchange/portfolio'
import type { RatingScale } from '@throughline/engine/demand'
import type { FileUnreadable, ImportSource } from '../choices.ts'
import type { KnownNames, LinkedRow, LinkRow } from '../link.ts'

/** An issue as it is kept: numbered through the import, with the row it belongs to. */
export type StagedIssue = {
  readonly number: number
  readonly severity: 'error' | 'warning' | 'note'
  readonly code: string
  readonly row_number: number | null
  readonly found: string
  readonly expected: string
  readonly message: string
  readonly place: { readonly sheet: string; readonly row: number; readonly column: number; readonly cell: string; readonly header?: string }
}

/** What is known of a file once it was read, its rows and issues apart. */
export type StagedSummary = {
  readonly format: string
  readonly sheets: readonly { readonly name: string; readonly rows: number }[]
  readonly sheet: string
  readonly title: string
  readonly asOf: CivilDate | null
  readonly asOfBecause: string
  readonly ratingScale: RatingScale | null
  readonly positions: readonly DraftPosition[]
  readonly mapping: Mapping
  readonly samples: readonly (readonly string[])[]
  /** What a person decided of headings, to be remembered once it is applied. */
  readonly taught: MappingMemory
  readonly rows: number
  readonly issues: number
  /** Whether no column gives the names. */
  readonly unreadable: boolean
}
export type Task =
  | ({ readonly task: 'read'; readonly give?: boolean } & ImportSource)
  | { readonly task: 'link'; readonly rows: readonly LinkRow[]; readonly known: readonly KnownNames[] }
/**
 * What the thread hands over as it goes; it waits for `next` after each, so that no more than one is on its way: a numbered piece of
 * packed rows or their index, or the JSON text of `StagedIssue[]`, as the database takes them.
 */
export type Batch = { readonly piece: number; readonly bytes: Uint8Array } | { readonly issues: string }
/** What the server answers: to go on, or with what is known once the thread asks for it. */
export type Answer = 'next' | { readonly known: readonly KnownNames[] }
export type Outcome = { readonly summary: StagedSummary; readonly links: readonly LinkedRow[] } | { readonly refusal: FileUnreadable } | { readonly links: readonly LinkedRow[] }
export type FromReader = { readonly asks: 'known' } | { readonly batch: Batch; readonly done: number; readonly total: number } | { readonly outcome: Outcome } | { readonly fault: string }
