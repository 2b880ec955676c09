import type { Definition, MeasureSheet } from '@throughline/contract/strategy'
import { aggregationWords, directionWords, frequencyWords, leadingWords, tellsOfWords, unitNames } from '../words.ts'

/** What is written on the sheet of a measure, whether it is in use or in the library. */
export type SheetShown = MeasureSheet & Pick<Definition, 'calculation' | 'unit' | 'direction' | 'aggregation' | 'frequency' | 'leading'>

/** The definition sheet of a measure: what is counted and how, how it can mislead, and what has to be watched beside it. */
export function SheetFacts({ sheet }: { readonly sheet: SheetShown }) {
  const rows: readonly (readonly [string, string])[] = [
    ['Meaning', sheet.meaning], ['Calculation', sheet.calculation], ['Unit', unitNames.find(({ value }) => value === sheet.unit)?.label ?? sheet.unit], ['Direction', directionWords[sheet.direction]], ['Over time', aggregationWords[sheet.aggregation]],
    ['Measured', frequencyWords[sheet.frequency]], ['Tells of', sheet.tellsOf === null ? '' : tellsOfWords[sheet.tellsOf]], ['Leading or lagging', leadingWords(sheet.leading)], ['How it can mislead', sheet.gamingRisk], ['Watch beside it', sheet.watch], ['Source', sheet.source],
  ]
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 [&_dt]:text-ink-3">
      {rows.map(([term, words]) => <div key={term} className="contents"><dt>{term}</dt><dd className="max-w-[80ch]">{words === '' ? <span className="quiet">Nobody said</span> : words}</dd></div>)}
    </dl>
  )
}
