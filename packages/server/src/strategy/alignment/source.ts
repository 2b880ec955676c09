import type { FiscalCalendar } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'

/** Something that an initiative takes, by the calendar year in which each fiscal year begins; `whole` is more where no dates spread the rest of it. */
export type Taken = { readonly whole: number; readonly years: readonly (readonly [year: number, amount: number])[] }

/** What an initiative takes and serves: money in minor units, the time of people in hundredths of the units of their pools. */
export type InitiativeOutlay = {
  readonly id: string
  readonly name: string
  readonly unitId: string | null
  readonly mandatory: boolean
  readonly contributions: readonly { readonly objectiveId: string; readonly contribution: number }[]
  readonly money: Taken | null
  readonly hour: Taken | null
  readonly day: Taken | null
  readonly fte: Taken | null
}

/** What the initiatives that were decided on take: those of the plan of record, and those that nobody can refuse. */
export type Outlays = { readonly currency: string; readonly calendar: FiscalCalendar; readonly units: readonly { readonly id: string; readonly name: string }[]; readonly initiatives: readonly InitiativeOutlay[] }

/** Where the strategy room learns what initiatives take. Money and people belong to later rooms, which are given to this one and never imported by it. */
export type OutlaySource = { readonly readOutlays: (tx: Tx) => Promise<Outlays> }
