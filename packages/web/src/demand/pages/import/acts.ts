import type { ImportDraft, ImportIssue, ImportMemory, ImportRow, ImportScope, ImportSummary } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import type { Reading } from '../../../wire/index.ts'

/** What can be corrected of an import; everything else is read from the file. */
export type Correction = { readonly sheet?: string; readonly title?: string; readonly asOf?: string; readonly scope?: ImportScope; readonly fields?: { readonly column: number; readonly field: string | null }[] }

/** What a person can do to an import that was read. */
export type ImportActs = {
  correct(correction: Correction): Promise<Result<ImportDraft, Problem>>
  /** Writes all that the import says, or nothing. */
  apply(): Promise<Result<unknown, Problem>>
  discard(): Promise<Result<unknown, Problem>>
  /** Takes an applied import back, less what somebody has changed since. */
  undo(): Promise<Result<unknown, Problem>>
  /** Stops the job at work on it. */
  cancel(): Promise<Result<unknown, Problem>>
  /** Saves every issue as a file of this computer. */
  saveIssues(): Promise<Result<unknown, Problem>>
}

/** A window of a long list: what is asked for, and what has come of it. */
export type Paged<Row, Ask> = { readonly reading: Reading<{ readonly total: number; readonly from: number; readonly rows: readonly Row[] }>; readonly ask: Ask & { readonly from: number }; onAsk(ask: Ask & { readonly from: number }): void }
export type RowsAsk = { readonly effect?: ImportRow['effect']; readonly number?: number }
export type IssuesAsk = { readonly severity?: ImportIssue['severity']; readonly code?: string; readonly row?: number }
/** Rows that one window shows. */
export const pageRows = 100

/** The long lists of an import. */
export type ImportLists = { readonly rows: Paged<ImportRow, RowsAsk>; readonly issues: Paged<ImportIssue, IssuesAsk> }

/** A file on its way: its bytes are sent, or it was refused, or it has become an import. */
export type Sent = { readonly name: string; readonly state: 'waiting' | 'sending' | 'done' | 'refused'; readonly id?: string; readonly problem?: Problem }
export type Upload = { readonly sent: readonly Sent[]; readonly busy: boolean; onPick(files: readonly File[]): void }

/** The imports that there were, and what was learnt of headings. */
export type Earlier = { readonly imports: Paged<ImportSummary, object>; readonly memory: Reading<readonly ImportMemory[]>; forget(id: string): Promise<Result<unknown, Problem>> }

/** How far the job at work on an import is: null while that is unknown. */
export type Work = { readonly words: string; readonly done: number | null }
