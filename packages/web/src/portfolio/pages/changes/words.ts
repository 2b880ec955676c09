import type { Changes } from '@throughline/contract/portfolio'
import type { WaterfallStep } from '../../../ui/charts/waterfall-layout.ts'
import type { Moment } from '../../../wire/index.ts'
import { majorOf, metricText, valueOf, type Format } from '../../../format/index.ts'

export type Field = Changes['field']
type Line = Changes['totals'][Field]['lines'][number]

/** The amounts of which the portfolio has totals, and whether a rise is good. */
export const fieldWords: Readonly<Record<Field, { readonly name: string; readonly risesAre?: 'good' | 'bad' }>> = {
  cost: { name: 'Whole-life cost', risesAre: 'bad' },
  benefits: { name: 'Benefits', risesAre: 'good' },
  inYearBaseline: { name: 'Budget of the year' },
  inYearForecast: { name: 'Forecast of the year' },
}
export const fields = Object.keys(fieldWords) as readonly Field[]

/** Why a figure moved. */
export const causeWords: Readonly<Record<Line['cause'], { readonly name: string; readonly about: string }>> = {
  joined: { name: 'Joined', about: 'It was not there before' },
  left: { name: 'Left', about: 'It is no longer there' },
  publication: { name: 'New publication', about: 'A later publication states another figure' },
  correction: { name: 'Correction', about: 'A publication of before was imported again with another figure' },
  undone_import: { name: 'Import undone', about: 'An import was taken back' },
  edit: { name: 'Edited', about: 'Somebody changed it here' },
  scenario: { name: 'Scenario approved', about: 'A decision changed the plan' },
  position: { name: 'Stated anew', about: 'The later position states another figure' },
  listing: { name: 'Listing', about: 'The latest publication lists it again, or no longer' },
}

const effectWords: Readonly<Record<Line['effect'], string>> = { joined: '', left: '', changed: '', became_known: ', now known', became_unknown: ', no longer known' }

/** A cause with what it did: `New publication, now known`. */
export const lineWords = ({ cause, effect }: Pick<Line, 'cause' | 'effect'>): string => `${causeWords[cause].name}${effectWords[effect]}`

/** From the total before, by cause, to the total after. */
export function stepsOf(changes: Changes, field: Field): readonly WaterfallStep[] {
  const { before, after, lines } = changes.totals[field]
  const risesAre = fieldWords[field].risesAre
  return [
    totalStep('before', 'Before', before),
    ...lines.flatMap((line): WaterfallStep[] => (line.amount ? [{ key: `${line.cause} ${line.effect}`, label: lineWords(line), kind: 'change', value: majorOf(line.amount), ...(risesAre ? { risesAre } : {}) }] : [])),
    totalStep('after', 'After', after),
  ]
}

function totalStep(key: string, label: string, metric: Changes['totals'][Field]['before']): WaterfallStep {
  const value = valueOf(metric)
  return value ? { key, label, kind: 'total', value: majorOf(value) } : { key, label, kind: 'total', value: null, reason: metricText(metric, String) }
}

/** A side of the comparison in a few words: `31 Mar 2024`, `as known 12 Mar 2026, 14:05`, `now`. */
export function sideWords({ asOf, position }: Moment, none: string, format: Format): string {
  if (position) return asOf ? `${format.date(position)}, as known ${format.instant(asOf)}` : format.date(position)
  return asOf ? format.instant(asOf) : none
}
