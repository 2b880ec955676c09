import type { FieldKind } from '@throughline/contract/demand'
import { undefinedReasons, type Currency, type UndefinedReason } from '@throughline/engine/kernel'
import type { ObjectiveFacts } from '@throughline/engine/strategy'
import type { PublicationRow } from '../list/store/reading.ts'
import type { Ids } from './ids.ts'
import type { Texts } from './texts.ts'

/**
 * The initiatives of one organisation at one moment, column by column. Row `r` is the same initiative at every moment of the organisation
 * (`ids`), so that a column in which nothing changed is the same array in both. Rows from 0 to `size`; `there[r]` is 1 where the initiative
 * stands, and everything else of a row that does not is 0. Nothing here is ever changed: another moment has columns of its own.
 */
export type Columns = {
  /** What the columns were read at: two snapshots with one stamp hold the same. */
  readonly stamp: string
  readonly size: number
  /** How many initiatives there are. */
  readonly count: number
  readonly ids: Ids
  /** What the codes of texts stand for; code 0 is none. It grows, and what a code stands for never changes. */
  readonly texts: Texts
  readonly there: Uint8Array
  readonly key: Uint32Array
  readonly name: Uint32Array
  readonly category: Uint32Array
  readonly sponsor: Uint32Array
  /** The flags joined by commas as one text; 0 where there are none. */
  readonly flags: Uint32Array
  /** 0 where there is none, else 1 more than the number of the unit (`units`). */
  readonly unit: Uint32Array
  /** Number of the kind and state in `choices`. */
  readonly kind: Uint8Array
  readonly state: Uint8Array
  readonly mandatory: Uint8Array
  /** A rating as `ratingOf` reads it: 0 where there is none. Codes of one scale rise from best to worst. */
  readonly rating: Uint8Array
  /** Days since 1970; `noDay` where there is none. */
  readonly ratingAsOf: Int32Array
  readonly startOn: Int32Array
  readonly endOn: Int32Array
  readonly cost: Amounts
  readonly benefits: Amounts
  readonly inYearBaseline: Amounts
  readonly inYearForecast: Amounts
  readonly version: Int32Array
  readonly seen: Seen
  readonly links: Links
  /** The objectives in force, by id. */
  readonly objectives: readonly ObjectiveFacts[]
  readonly units: Units
  /** Every publication that is known, as `readPositions` has them. */
  readonly positions: { readonly publications: readonly PublicationRow[]; readonly listing: readonly string[]; readonly known: readonly string[] }
  /** Custom fields that stand, by id. */
  readonly fields: ReadonlyMap<string, FieldKind>
  readonly currency: Currency
}

/** Amounts in minor units, exact: row `r` has high × 2^32 + low where `because` is 0, else none. */
export type Amounts = {
  readonly high: Int32Array
  readonly low: Uint32Array
  /** 0: there is one. 1: nobody has given it. From 2: the reason, `reasonOf`. */
  readonly because: Uint8Array
}

/** What the publications in force say of each initiative; the same for every moment that knows the same publications. */
export type Seen = {
  /** 1 where a publication of the current list has it, or none that is known ever had. */
  readonly current: Uint8Array
  /** How many publications have it. */
  readonly reports: Uint16Array
  /** Its rating in the publication before the newest that has it, coded as `rating`. */
  readonly previous: Uint8Array
}

/** How initiatives serve objectives: those of row `r` stand from `start[r]` to `start[r + 1]`, in the order of the objectives. */
export type Links = {
  readonly start: Uint32Array
  /** Place in `objectives`. */
  readonly objective: Uint16Array
  /** In thousandths, −1000 to 1000. */
  readonly contribution: Int16Array
}

/** Units as they are named at the moment, by number; the number of a unit is the same at every moment. `names` is null where there is no such unit (any more). */
export type Units = { readonly ids: Ids; readonly names: readonly (string | null)[]; /** The number of the unit above, −1 at the top. */ readonly parents: Int32Array }

/** Which rows a publication has, in their order, and how it rates them. */
export type Listed = { readonly row: Uint32Array; readonly rating: Uint8Array }

/** What a publication said, line by line in the order of the rows; it never changes. */
export type Lines = Listed & {
  readonly endOn: Int32Array
  readonly cost: Amounts
  readonly benefits: Amounts
  readonly forecast: Amounts
}

/** No day: below every day there is. */
export const noDay = -2_147_483_648

const reasons = Object.keys(undefinedReasons) as readonly UndefinedReason[]
/** Reasons by their number; what is written here is what SQL counts from. */
export const reasonsInOrder: readonly string[] = reasons

/** The reason why there is no amount; undefined where there is one, or where nobody has given it. */
export const reasonOf = (because: number): UndefinedReason | undefined => reasons[because - 2]
