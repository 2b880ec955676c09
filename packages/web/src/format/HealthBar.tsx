import { healthOrder, ratingLooks, type HealthKey } from './rating.ts'
import { RatingMark } from './RatingMark.tsx'

export type HealthCounts = Readonly<Record<HealthKey, number>>

/** How many initiatives have each rating, as shares of one bar with the counts printed in it. A distribution: nothing is averaged. */
export function HealthBar({ health, name }: { readonly health: HealthCounts; readonly name: string }) {
  const shown = healthOrder.filter((key) => health[key] > 0)
  const total = shown.reduce((sum, key) => sum + health[key], 0)
  if (total === 0) return <span className="quiet">None</span>
  return (
    <span className="flex w-full min-w-24 gap-0.5" role="img" aria-label={`${name}: ${healthWords(health)}`} title={healthWords(health)}>
      {shown.map((key) => (
        <span key={key} className={`h-4 min-w-1 basis-0 overflow-hidden rounded-[3px] ${fills[key]}`} style={{ flexGrow: health[key] }} />
      ))}
    </span>
  )
}

/** The counts in words: `3 Red, 12 Amber, 20 Green`. */
export const healthWords = (health: HealthCounts): string =>
  healthOrder.filter((key) => health[key] > 0).map((key) => `${health[key]} ${ratingLooks[key].words}`).join(', ') || 'none'

/** The counts as shapes and figures: what a bar says, for those who would rather read it. */
export const HealthTally = ({ health }: { readonly health: HealthCounts }) => (
  <span className="figures whitespace-nowrap">{healthOrder.filter((key) => health[key] > 0).map((key) => `${health[key]} ${ratingLooks[key].letters}`).join(' · ') || '–'}</span>
)

/** Which shape and colour stands for which rating, for the levels in use. */
export const HealthLegend = ({ levels = healthOrder }: { readonly levels?: readonly HealthKey[] }) => (
  <ul className="flex flex-wrap gap-x-4 gap-y-1 text-label text-ink-2">
    {levels.map((key) => (
      <li key={key} className="inline-flex items-center gap-1.5">
        <RatingMark of={key} />
        <span className="quiet">{ratingLooks[key].letters}</span>
      </li>
    ))}
  </ul>
)

/** Fills of the bar: a mixed rating shows both of its colours, one above the other. */
export const fills: Readonly<Record<HealthKey, string>> = {
  red: 'bg-bad',
  amber_red: 'bg-[linear-gradient(var(--bad)_50%,var(--warn)_50%)]',
  amber: 'bg-warn',
  amber_green: 'bg-[linear-gradient(var(--warn)_50%,var(--good)_50%)]',
  green: 'bg-good',
  none: 'border border-dashed border-[var(--none)] bg-[var(--none-tint)]',
}
