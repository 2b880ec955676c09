import type { CivilDate } from '../../kernel/index.ts'
import type { ContributorRole, DateRange } from './facts.ts'

/** What is wrong with a milestone, and where: `contributors.1.range`. */
export type MilestoneFault = { readonly field: string; readonly found: string; readonly expected: string }

type Said = { readonly reachedOn: CivilDate | null; readonly contributors: readonly { readonly initiativeId: string; readonly name: string; readonly role: ContributorRole; readonly range: DateRange | null }[] }

/** All that contradicts itself in a milestone: an initiative that is named twice, a range out of order (PERT asks for o ≤ m ≤ p), a day to come on which it was reached. */
export function milestoneFaults({ reachedOn, contributors }: Said, today: CivilDate): readonly MilestoneFault[] {
  return [
    ...(reachedOn !== null && reachedOn > today ? [{ field: 'reachedOn', found: `reached on ${reachedOn}`, expected: `a day until ${today}` }] : []),
    ...contributors.flatMap(({ initiativeId, name, range }, at): readonly MilestoneFault[] => [
      ...(contributors.findIndex((one) => one.initiativeId === initiativeId) < at ? [{ field: `contributors.${at}.initiativeId`, found: `${name} again`, expected: 'each initiative once' }] : []),
      ...(range && !(range.earliestOn <= range.likelyOn && range.likelyOn <= range.latestOn) ? [{ field: `contributors.${at}.range`, found: `${range.earliestOn}, ${range.likelyOn}, ${range.latestOn} for ${name}`, expected: 'the earliest day, the likely one, and the latest, in this order' }] : []),
    ]),
  ]
}
