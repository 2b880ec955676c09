import type { Result } from '@throughline/engine/kernel'
import type { Tone } from '../tone.ts'

/** What a cell holds. Null: there is no figure, and `absent` may say why. */
export type CellValue = string | number | bigint | boolean | null

/** Why an entry could not be read or was refused, in words for the person who typed it. */
export type EntryRefusal = { readonly message: string }

export type Choice = { readonly value: string; readonly label: string; readonly tone?: Tone }

export type ColumnKind = 'text' | 'longText' | 'number' | 'date' | 'yesNo' | 'choice' | 'status'

/**
 * One column. `text` of one line, `longText` of several, `number`, `date` (ISO civil dates), `yesNo` (true or false),
 * `choice` (one of a list, in its order) and `status` (a choice shown with its mark).
 * Choices and statuses are ordinal: they sort by order and are never summed or averaged.
 */
export type Column<Row> = {
  readonly key: string
  readonly label: string
  readonly kind: ColumnKind
  readonly width: number
  get(row: Row): CellValue
  /** How the value is shown and copied; a manner fitting the kind unless given. */
  format?(value: CellValue, row: Row): string
  /** The mark beside the words; from the choice's tone unless given. */
  mark?(row: Row): Tone | undefined
  /** Why the cell has no figure. */
  absent?(row: Row): string | undefined
  /** The choices in their order; needed for `choice` and `status`. */
  readonly choices?: readonly Choice[]
  readonly editable?: boolean | ((row: Row) => boolean)
  /** Why the cell of this row may not be changed, where other cells may be. */
  locked?(row: Row): string | undefined
  /** Reads what was typed or pasted; by kind and locale unless given. Numbers come as plain decimal text. */
  parse?(text: string, row: Row): Result<CellValue, EntryRefusal>
  /** What the group row shows for its rows: the caller's sum with its unit. Leave out for what cannot be added. */
  total?(rows: readonly Row[]): string
  /**
   * The unit of what its numbers add up to (`GBP m`, `days`): selected cells of one unit then show their sum and average.
   * Leave it out for ratios, scores and all else that cannot be added.
   */
  readonly adds?: string
  /** What `12%` means as a number here: 0.12 (`share`, also where nothing is said) or 12 (`points`). */
  readonly percent?: 'share' | 'points'
  /** Unit and meaning, shown on the head as a tooltip. */
  readonly note?: string
  /** Shown stronger: for the column that names the row. */
  readonly strong?: boolean
  /** Not shown until someone asks for it. */
  readonly hidden?: boolean
}
