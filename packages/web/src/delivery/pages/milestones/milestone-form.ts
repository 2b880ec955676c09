import type { NewContributor, StrategicMilestone } from '@throughline/contract/delivery'

/** An initiative as it is entered: its three points are empty where nobody gave them. */
export type EnteredContributor = { readonly initiativeId: string; readonly name: string; readonly role: NewContributor['role']; readonly earliestOn: string; readonly likelyOn: string; readonly latestOn: string; readonly note: string }
export type EnteredMilestone = { readonly name: string; readonly wantedOn: string; readonly note: string; readonly contributors: readonly EnteredContributor[] }

/** What stands in the form at first: a milestone as it is, or one that is blank. */
export const begun = (milestone: StrategicMilestone | undefined): EnteredMilestone => ({
  name: milestone?.name ?? '', wantedOn: milestone?.wantedOn ?? '', note: milestone?.note ?? '',
  contributors: milestone?.contributors.map(({ initiativeId, name, role, range, note }) => ({ initiativeId, name, role, earliestOn: range?.earliestOn ?? '', likelyOn: range?.likelyOn ?? '', latestOn: range?.latestOn ?? '', note })) ?? [],
})

export const contributorOf = ({ initiativeId, role, earliestOn, likelyOn, latestOn, note }: EnteredContributor): NewContributor => ({ initiativeId, role, range: likelyOn === '' ? null : { earliestOn, likelyOn, latestOn }, note: note.trim() })

/** Why it cannot be sent yet. */
export function notYetOf({ name, wantedOn, contributors }: EnteredMilestone): string | undefined {
  if (name.trim() === '') return 'Say what is reached'
  if (wantedOn === '') return 'Say by which day'
  const half = contributors.find(({ earliestOn, likelyOn, latestOn }) => new Set([earliestOn, likelyOn, latestOn].map((on) => on === '')).size > 1)
  if (half) return `${half.name}: all three points, or none`
  const wrong = contributors.find(({ earliestOn, likelyOn, latestOn }) => earliestOn > likelyOn || likelyOn > latestOn)
  return wrong && `${wrong.name}: the earliest day, the likely one, the latest, in this order`
}
