import { places } from '../format/index.ts'

/** What entries of the ledger are looked for by, as it stands in the address of the page. */
export type EntriesLooked = {
  readonly benefit?: string | undefined
  readonly initiative?: string | undefined
  readonly measure?: string | undefined
  readonly objective?: string | undefined
  /** A unit of the organisation, or `none`. */
  readonly department?: string | undefined
  /** An objective that initiatives serve, or `none`. */
  readonly serves?: string | undefined
  readonly period?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly unit?: string | undefined
  /** Accounts, comma-separated. */
  readonly codes?: string | undefined
  readonly entry?: string | undefined
}

/** Where a measure is reconciled in a period. */
export const poolAddress = (period: string, measureId: string | null): string => `${places.value}/ledger?${new URLSearchParams({ period, ...(measureId === null ? {} : { measure: measureId }) }).toString()}`

/** The way from a figure to the entries under it, as its explanation offers it. */
export const entriesUnder = (looked: EntriesLooked): { readonly href: string; readonly label: string } => ({ href: entriesAddress(looked), label: 'The entries under it' })

/** Where the entries under a figure are shown. */
export const entriesAddress = (looked: EntriesLooked): string => places.entries(looked)

/** Where a line of the business plan is shown. */
export const planLineAddress = (id: string): string => `${places.value}/business-plan?line=${id}`
