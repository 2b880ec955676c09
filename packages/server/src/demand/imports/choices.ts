import { readSheets } from '@throughline/exchange/formats'
import { fieldKeys, proposeMapping, readPortfolio, remap, type FieldKey, type Mapping, type PortfolioDraft } from '@throughline/exchange/portfolio'
import { describeRefusal, type Issue, type Refusal, type Sheet } from '@throughline/exchange/sheet'
import { ok, refuse, type CivilDate, type Currency, type Result } from '@throughline/engine/kernel'

/** What the user has decided of an import; everything else is proposed from the file, each time anew. */
export type ImportChoices = {
  readonly sheet?: string
  readonly title?: string
  readonly asOf?: CivilDate
  readonly fields?: readonly { readonly column: number; readonly field: string | null }[]
}

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

/** Reads bytes under choices. The same bytes and choices always give the same import. */
export async function readImport(file: { readonly bytes: Uint8Array; readonly fileName: string }, choices: ImportChoices, currency: Currency): Promise<Result<ReadImport, Refusal>> {
  const opened = await readSheets(file.bytes, file.fileName)
  if (!opened.ok) return opened
  const { sheets, format, issues } = opened.value
  const options = { currency, fileName: file.fileName, ...(choices.asOf === undefined ? {} : { asOf: choices.asOf }), ...(choices.sheet === undefined ? {} : { sheetName: choices.sheet }) }
  const title = choices.title ?? titleOf(file.fileName)
  const proposed = readPortfolio(sheets, options)
  const sheet = proposed.ok ? proposed.value.sheetName : proposed.refusal.code === 'NO_NAME_COLUMN' ? proposed.refusal.sheet : undefined
  const source = sheets.find(({ name }) => name === sheet)
  if (!source || sheet === undefined) return proposed.ok ? refuse({ code: 'NO_TABLE', sheets: sheets.map(({ name }) => name) }) : proposed
  const mapping = withChoices(proposed.ok ? proposed.value.mapping : proposeMapping(source), choices)
  const read = choices.fields === undefined && proposed.ok ? proposed : readPortfolio(sheets, { ...options, sheetName: sheet, mapping })
  if (read.ok) return ok({ format, sheets, draft: read.value, title, issues: [...issues, ...read.value.issues], unreadable: null })
  if (read.refusal.code !== 'NO_NAME_COLUMN') return read
  return ok({ format, sheets, draft: emptyDraft(sheet, mapping, choices, currency), title, issues, unreadable: read.refusal })
}

function withChoices(mapping: Mapping, choices: ImportChoices): Mapping {
  return (choices.fields ?? []).reduce((changed, { column, field }) => remap(changed, column, fieldKey(field)), mapping)
}

const fieldKey = (text: string | null): FieldKey | undefined => fieldKeys.find((key) => key === text)

const emptyDraft = (sheetName: string, mapping: Mapping, choices: ImportChoices, currency: Currency): PortfolioDraft => ({
  positions: [], asOf: choices.asOf, asOfProposal: undefined, ratingScale: undefined, currency, rows: [], issues: [], mapping, sheetName, unreadColumns: [],
})

/** The file's name without folder and ending. */
export const titleOf = (fileName: string): string => fileName.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,5}$/, '') || fileName

/** A refusal of the file in the words of the wire, which name the file once. */
export function fileUnreadable(fileName: string, refusal: Refusal): { readonly code: 'file_unreadable'; readonly values: Readonly<Record<string, unknown>> } {
  const words = describeRefusal(refusal)
  return { code: 'file_unreadable', values: { fileName, message: words.includes(fileName) ? words : `${fileName}: ${words}`, reason: refusal.code } }
}
