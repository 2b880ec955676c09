import type { ImportDraft, ImportResult } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'

/** What can be corrected of an import; everything else is read from the file. */
export type Correction = { readonly sheet?: string; readonly title?: string; readonly asOf?: string; readonly fields?: { readonly column: number; readonly field: string | null }[] }

/** What a person can do to an import that was read. */
export type ImportActs = {
  correct(correction: Correction): Promise<Result<ImportDraft, Problem>>
  /** Writes all that the import says, or nothing. */
  apply(): Promise<Result<ImportResult, Problem>>
  discard(): Promise<Result<unknown, Problem>>
  /** Saves every issue as a file of this computer. */
  saveIssues(): Promise<Result<unknown, Problem>>
}

/** The file that is on its way, or that was refused. */
export type Upload = { readonly fileName: string | undefined; readonly busy: boolean; readonly problem: Problem | undefined; onPick(file: File): void }

/** A publication that the portfolio holds already. */
export type Publication = { readonly id: string; readonly title: string; readonly asOf: string; readonly rows: number }
