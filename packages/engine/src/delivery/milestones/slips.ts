import { daysBetween, type CivilDate } from '../../kernel/index.ts'

/** The planned end of an initiative as it was first published on a day, and as it was published last. */
export type EndRecord = { readonly firstAsOf: CivilDate; readonly firstEndOn: CivilDate; readonly lastEndOn: CivilDate }

/** Initiatives whose ends have to be on record before anything is read from them. */
export const leastSlips = 10

/**
 * How planned ends have held: of each initiative, the time until the end as it was published last over the time until the end as it was
 * published first, both from the day of the first (milestone-forecast). 1 held, 1.5 took half as long again; never below 0. An end that had
 * passed when it was first published says nothing.
 */
export const slipFactors = (records: readonly EndRecord[]): readonly number[] =>
  records
    .flatMap(({ firstAsOf, firstEndOn, lastEndOn }) => (firstEndOn > firstAsOf ? [Math.max(0, daysBetween(firstAsOf, lastEndOn) / daysBetween(firstAsOf, firstEndOn))] : []))
    .sort((a, b) => a - b)
