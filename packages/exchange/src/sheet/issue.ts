import { cellName, type Place } from './place.ts'

/** Everything that reading a file may find worth saying: code → what it means. */
export const issueCodes = {
  NUL_CHARACTERS: 'the text holds NUL characters, which were left out',
  UNDECODABLE_BYTES: 'the file holds what is not text in its encoding',
  UNCLOSED_QUOTE: 'a quoted cell is never closed',
  TEXT_AFTER_QUOTE: 'text follows a closing quote',
  FORMULA_CACHED: 'the figure is the stored result of a formula and was not recomputed',
  FORMULA_WITHOUT_RESULT: 'a formula has no stored result',
  STRING_MISSING: 'the cell points to a text that the workbook does not have',
  CELL_ERROR: 'the cell holds an error value of the spreadsheet',
  OTHER_SHEET: 'a further sheet was not read',
  HIDDEN_SHEET: 'a hidden sheet was not read',
  NO_HEADER: 'a column holds values but has no heading',
  UNMAPPED_COLUMN: 'a column was not read because no field matches it',
  UNCERTAIN_COLUMN: 'a column was matched to a field with low confidence',
  UNIT_ASSUMED: 'no unit is given for amounts, whole currency units are assumed',
  CURRENCY_DIFFERS: 'an amount is in another currency than the portfolio',
  AS_OF_UNKNOWN: 'nothing in the file says at which date the position was taken',
  AS_OF_PROPOSED: 'the date of the position was derived and is to be confirmed',
  RATING_SCALE_UNKNOWN: 'nothing says how many points the rating scale has',
  UNREADABLE_AMOUNT: 'the text is not an amount',
  UNREADABLE_NUMBER: 'the text is not a number',
  UNREADABLE_DATE: 'the text is not a date',
  AMBIGUOUS_DATE: 'the date reads differently with day and month exchanged',
  AMBIGUOUS_AMOUNT: 'the amounts read differently with the point as thousands mark',
  UNREADABLE_RATING: 'the text is not a level of the rating scale',
  LIKELY_UNITS_ERROR: 'the amount is out of proportion to its column, the unit is probably wrong',
  NEGATIVE_COST: 'a cost is below zero',
  END_BEFORE_START: 'the end lies before the start',
  RANGE_REVERSED: 'the lower end of a range is above the upper end',
  DUPLICATE_KEY: 'an earlier row has the same key',
  POSITION_UNDATED: 'the row has no date of its own among several positions',
  NAME_TOO_LONG: 'the name is longer than a name may be, and was not taken whole',
  ROW_WITHOUT_NAME: 'a row with values has no name and was not taken',
  FOOTNOTE: 'a line of text beside the table was not taken',
  TOTAL_ROW: 'a row of totals was not taken',
  LINK_CONFLICT: 'the evidence links a row to more than one project',
} as const
export type IssueCode = keyof typeof issueCodes
export type Severity = 'error' | 'warning' | 'note'

/** Something found while reading, with its place and values. Good rows are never held back by it. */
export type Issue = {
  readonly code: IssueCode
  readonly severity: Severity
  readonly place: Place
  /** What the file holds there. */
  readonly found: string
  /** What would have been read without complaint. */
  readonly expected: string
  /** What the person who has the file might do. */
  readonly hint?: string
}

/** The issue in words: what, where, found, expected and what might help. */
export function describeIssue(issue: Issue): string {
  const at = cellName(issue.place)
  const where = [`sheet '${issue.place.sheet}'`, at && `cell ${at}`, issue.place.header && `column '${shorten(issue.place.header)}'`]
  const what = issueCodes[issue.code]
  return [
    `${what.charAt(0).toUpperCase()}${what.slice(1)} (${where.filter(Boolean).join(', ')}).`,
    `Found: ${shorten(issue.found) || 'nothing'}.`,
    `Expected: ${issue.expected}.`,
    ...(issue.hint ? [`${issue.hint}.`] : []),
  ].join(' ')
}

/** Text on one line, cut to `limit` characters. */
export function shorten(text: string, limit = 80): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line
}
