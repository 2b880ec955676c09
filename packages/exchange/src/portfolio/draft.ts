import type { CivilDate, Currency } from '@throughline/engine/kernel'
import type { Issue, Place } from '../sheet/index.ts'
import type { FieldKey, fields } from './fields.ts'
import type { RatingScale, Reading, ReadingValue } from './reading.ts'

/** Power of ten by which written amounts are multiplied: 0 units, 3 thousands, 6 millions, 9 billions. */
export type AmountScale = 0 | 3 | 6 | 9

/** Which field a column of the file is read as. */
export type ColumnMapping = {
  /** Position along the header line, counted from 1: a column, or a row where the sheet lies on its side. */
  readonly column: number
  readonly header: string
  /** Undefined: the column is not read. */
  readonly field: FieldKey | undefined
  /** Set where the column gives only one end of a range, which another column completes. */
  readonly bound?: 'low' | 'high'
  /** 0 to 1; 1 for a heading that is known word for word or was set by a person. */
  readonly confidence: number
  /** For amounts: the unit that the heading or the cells name. */
  readonly scale?: AmountScale
  /** Set where no heading names the scale: it was derived from the prose of the file, or a person set it. */
  readonly scaleFrom?: 'prose' | 'person'
  readonly currency?: Currency
  /** Other fields that the heading might mean, best first. */
  readonly alternatives: readonly { readonly field: FieldKey; readonly confidence: number }[]
}

/** How a sheet is to be read: proposed from it by `proposeMapping`, changed by the user at will. */
export type Mapping = {
  /** `rows`: one project a row, as usual. `columns`: the sheet lies on its side, one project a column. */
  readonly orientation: 'rows' | 'columns'
  /** The line of headings, counted from 1: a row, or a column where the sheet lies on its side. */
  readonly headerLine: number
  readonly columns: readonly ColumnMapping[]
}

/** The readings of a row by field; a field that no column was mapped to is absent. */
export type DraftCells = { readonly [F in FieldKey]?: Reading<ReadingValue[(typeof fields)[F]['kind']]> }

/** One project as the file gives it. */
export type DraftRow = {
  /** Position among the projects of the file, from 1. */
  readonly number: number
  /** The cell that holds the name. */
  readonly place: Place
  readonly name: string
  /** The id that the publisher gives, if any. */
  readonly publishedId?: string
  readonly cells: DraftCells
  /** `number` of the earlier row with the same key; such a row never overwrites it. */
  readonly duplicateOf?: number
}

/** A date proposed for the position, with what it was derived from. */
export type AsOfProposal = { readonly date: CivilDate; readonly confidence: number; readonly evidence: string }

/** What a file says about a portfolio, before anybody has decided anything about it. */
export type PortfolioDraft = {
  /** The date of the position: the caller's, else proposed; undefined means that the user is to be asked. */
  readonly asOf: CivilDate | undefined
  /** Where a proposed date came from; undefined if the caller gave it or nothing is known. */
  readonly asOfProposal: AsOfProposal | undefined
  /** Undefined where no rating was read. */
  readonly ratingScale: RatingScale | undefined
  readonly currency: Currency
  readonly rows: readonly DraftRow[]
  readonly issues: readonly Issue[]
  readonly mapping: Mapping
  readonly sheetName: string
  /** Columns with values that no field was matched to. */
  readonly unreadColumns: readonly { readonly column: number; readonly header: string }[]
}

/** What the caller knows or has decided; everything else is proposed from the file. */
export type ReadPortfolioOptions = {
  /** ISO 4217 code in which amounts are read where the file does not name another. */
  readonly currency: Currency
  readonly fileName: string
  readonly mapping?: Mapping
  readonly asOf?: CivilDate
  /** The sheet to read; without it the one that looks most like a portfolio. */
  readonly sheetName?: string
}
