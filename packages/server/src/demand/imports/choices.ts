import { readSheets } from '@throughline/exchange/formats'
import { applyMapping, proposeMapping, readPortfolio, type Mapping, type MappingMemory, type PortfolioDraft } from '@throughline/exchange/portfolio'
import { describeRefusal, type Issue, type Refusal, type Sheet } from '@throughline/exchange/sheet'
import { ok, refuse, type CivilDate, type Currency, type Result } from '@throughline/engine/kernel'

/** What the user has decided of an import; everything else is proposed from the file, each time anew. */
export type ImportChoices = {
  readonly sheet?: string
  readonly title?: string
  readonly asOf?: CivilDate
  readonly scope?: 'whole' | 'part'
  readonly fields?: readonly { readonly column: number; readonly field: string | null }[]
}

/** A file, what was decided of it, and what is remembered of headings. */
export type ImportSource = { readonly bytes: Uint8Array; readonly fileName: string; readonly choices: ImportChoices; readonly memory?: MappingMemory; readonly currency: Currency }

/** A file as it is read under the user's choices. */
export type ReadImport = {
  readonly format: string
  readonly sheets: readonly Sheet[]
  readonly draft: PortfolioDraft
  readonly title: string
  /** Issues of the file and of the portfolio in it. */
  readonly issues: readonly Issue[]
  /** Set where no column gives the names: the columns can be corrected, nothing can be applied. */
  readonly unreadable: Refusal | null
}

/** Reads bytes under choices. The same bytes, choices and memory always give the same import. */
export async function readImport({ bytes, fileName, choices, memory = {}, currency }: ImportSource): Promise<Result<ReadImport, Refusal>> {
  const opened = await readSheets(bytes, fileName)
  if (!opened.ok) return opened
  const { sheets, format, issues } = opened.value
  const options = { currency, fileName, memory, ...(choices.asOf === undefined ? {} : { asOf: choices.asOf }), ...(choices.sheet === undefined ? {} : { sheetName: choices.sheet }) }
  const title = choices.title ?? titleOf(fileName)
  const proposed = readPortfolio(sheets, options)
  const sheet = proposed.ok ? proposed.value.sheetName : proposed.refusal.code === 'NO_NAME_COLUMN' ? proposed.refusal.sheet : undefined
  const source = sheets.find(({ name }) => name === sheet)
  if (!source || sheet === undefined) return proposed.ok ? refuse({ code: 'NO_TABLE', sheets: sheets.map(({ name }) => name) }) : proposed
  const corrected = applyMapping(proposed.ok ? proposed.value.mapping : proposeMapping(source), choices.fields ?? [], sheet)
  if (!corrected.ok) return corrected
  const mapping = corrected.value
  const read = choices.fields === undefined && proposed.ok ? proposed : readPortfolio(sheets, { ...options, sheetName: sheet, mapping })
  if (read.ok) return ok({ format, sheets, draft: read.value, title, issues: [...issues, ...read.value.issues], unreadable: null })
  if (read.refusal.code !== 'NO_NAME_COLUMN') return read
  return ok({ format, sheets, draft: emptyDraft(sheet, mapping, choices, currency), title, issues, unreadable: read.refusal })
}

const emptyDraft = (sheetName: string, mapping: Mapping, choices: ImportChoices, currency: Currency): PortfolioDraft => ({
  positions: [], asOf: choices.asOf, asOfProposal: undefined, ratingScale: undefined, currency, rows: [], issues: [], mapping, sheetName, unreadColumns: [],
})

/** The file's name without folder and ending. */
export const titleOf = (fileName: string): string => fileName.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,5}$/, '') || fileName

/** A refusal of the file in the words of the wire, which name the file once. */
export function fileUnreadable(fileName: string, refusal: Refusal): FileUnreadable {
  const words = describeRefusal(refusal)
  return { code: 'file_unreadable', values: { fileName, message: words.includes(fileName) ? words : `${fileName}: ${words}`, reason: refusal.code } }
}
export type FileUnreadable = { readonly code: 'file_unreadable'; readonly values: Readonly<Record<string, unknown>> }
