import type { CivilDate, Currency, FiscalCalendar, Money } from '@throughline/engine/kernel'
import type { Issue, Place } from '../sheet/index.ts'
import type { FieldKey, fields } from './fields.ts'
import type { MappingMemory } from './mapping/remembered.ts'
import type { CustomKey, CustomKind, CustomRead, Target } from './target.ts'
import type { RatingScale, Reading, ReadingValue } from './reading.ts'

/** Power of ten by which written amounts are multiplied: 0 units, 3 thousands, 6 millions, 9 billions. */
export type AmountScale = 0 | 3 | 6 | 9

/** Which field a column of the file is read as. */
export type ColumnMapping = {
  /** Position along the header line, counted from 1: a column, or a row where the sheet lies on its side. */
  readonly column: number
  readonly header: string
  /** A field, a line of years (`year:cost`) or a custom field (`custom:Region`). Undefined: the column is not read. */
  readonly field: Target | undefined
  /** Set where the column gives only one end of a range, which another column completes. */
  readonly bound?: 'low' | 'high'
  /** Which of the two positions of a row the column tells of, where a file gives its first and its latest side by side. */
  readonly position?: 'original' | 'latest'
  /** 0 to 1; 1 for a heading that is known word for word or was set by a person. */
  readonly confidence: number
  /** What the choice rests on: the heading's words, a remembered choice, a person; `nothing` where no field fits. */
  readonly because: MappingReason
  /** The same in words, for people. */
  readonly reason: string
  /** For amounts: the unit that the heading or the cells name. */
  readonly scale?: AmountScale
  /** Set where no heading names the scale: it was derived from the prose of the file, or a person set it. */
  readonly scaleFrom?: 'prose' | 'person'
  readonly currency?: Currency
  /** For dates such as 03/04/2025: what comes first, day or month, and what that rests on. */
  readonly dayOrder?: DayOrderChoice
  /** For amounts: the decimal mark, where the column decides it. */
  readonly decimalMark?: '.' | ','
  /** For a line of years: the year that the heading names. */
  readonly year?: HeadedYear
  /** How the column would be kept as a custom field; set where no field was matched and the column holds values. */
  readonly keepAs?: { readonly field: CustomKey; readonly kind: CustomKind }
  /** Other fields that the heading might mean, best first. */
  readonly alternatives: readonly { readonly field: FieldKey; readonly confidence: number }[]
}

export type MappingReason = 'heading' | 'likeness' | 'remembered' | 'person' | 'nothing'

/** Whether 01/02/2025 is the first of February (`dmy`) or the second of January (`mdy`). */
export type DayOrder = 'dmy' | 'mdy'

/** The order of day and month in a column, with its confidence: 1 where a date of the column decides, 0.5 where nothing does. */
export type DayOrderChoice = { readonly order: DayOrder; readonly confidence: number; readonly because: string }

/** A year as a heading names it. `year`: the first calendar year of '2024-25' (`spans`), else the one year named, as in 'FY2026'. */
export type HeadedYear = { readonly year: number; readonly spans: boolean; readonly label: string }

/** How a sheet is to be read: proposed from it by `proposeMapping`, changed by the user at will. */
export type Mapping = {
  /** `rows`: one project a row, as usual. `columns`: the sheet lies on its side, one project a column. */
  readonly orientation: 'rows' | 'columns'
  /** The line of headings, counted from 1: a row, or a column where the sheet lies on its side; the last of them where there are two. */
  readonly headerLine: number
  /** How many lines the headings take, the header line included: 1 where this is absent. */
  readonly headerLines?: number
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
  /** The name is the first `nameLimit` characters of a longer text; that text stands in `cells.name`, which is unreadable. */
  readonly nameCut?: true
  readonly cells: DraftCells
  /** The position that the row belongs to; undefined where nothing dates it: then the user is to be asked. */
  readonly asOf: CivilDate | undefined
  /** Names of the organisation's units from the top to the one that answers for the row; empty where none is given. */
  readonly organisation: readonly string[]
  /** Amounts by year, in the order of the columns; years whose cell is blank are left out. */
  readonly years: readonly YearLine[]
  /** What the columns kept as custom fields say, in their order; blank cells included. */
  readonly custom: readonly CustomValue[]
  /** `number` of the earlier row with the same key in the same position; such a row never overwrites it. */
  readonly duplicateOf?: number
}

/** One year's cost or benefits. */
export type YearLine = HeadedYear & { readonly kind: 'cost' | 'benefits'; readonly amount: Reading<Money> }

/** A cell of a column that is kept as a custom field. */
export type CustomValue = { readonly column: number; readonly header: string; readonly field: CustomKey } & CustomRead

/** One position of the portfolio that the file holds. */
export type DraftPosition = {
  readonly asOf: CivilDate
  /** A title for the publication: what the file is called, with the date where it holds several. */
  readonly title: string
  /** How many rows have this `asOf`, duplicates included. */
  readonly rows: number
}

/** A date proposed for the position, with what it was derived from. */
export type AsOfProposal = { readonly date: CivilDate; readonly confidence: number; readonly evidence: string }

/** What a file says about a portfolio, before anybody has decided anything about it. */
export type PortfolioDraft = {
  /** The positions that the file holds, the oldest first; empty where nothing dates the rows. */
  readonly positions: readonly DraftPosition[]
  /** The date of the newest position: the caller's, else proposed; undefined means that the user is to be asked. */
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
  /** Earlier choices by heading; they go before what would be proposed. Not used with a mapping. */
  readonly memory?: MappingMemory
  /** The organisation's financial year; without it '2023-24' is no date. */
  readonly calendar?: FiscalCalendar
  /** The date of the position. Where a column gives several dates, they stay, and this is for the rows without one. */
  readonly asOf?: CivilDate
  /** The sheet to read; without it the one that looks most like a portfolio. */
  readonly sheetName?: string
}
