import type { CivilDate } from '../../kernel/index.ts'

/** A figure that a narrative explains, as it was when the narrative was written. */
export type Anchor = { readonly on: CivilDate; readonly value: number }

/** `unanchored`: it explains no figure. `stale`: a figure that it explains is another by now, or is gone. */
export type NarrativeStanding = { readonly standing: 'anchored' | 'unanchored' | 'stale'; readonly moved: readonly { readonly on: CivilDate; readonly was: number; readonly now: number | null }[] }

/** How a narrative stands to the figures of today, by day. Words are never scored: only whether what they speak of is still so. */
export function narrativeStanding(anchors: readonly Anchor[], today: ReadonlyMap<CivilDate, number>): NarrativeStanding {
  const moved = anchors.filter(({ on, value }) => today.get(on) !== value).map(({ on, value }) => ({ on, was: value, now: today.get(on) ?? null }))
  return { standing: anchors.length === 0 ? 'unanchored' : moved.length === 0 ? 'anchored' : 'stale', moved }
}
