import type { Measure, MeasureSettings, TellsOf } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import { SheetFacts } from '../../../parts/SheetFacts.tsx'
import { tellsOfWords } from '../../../words.ts'

const noSheet = { tellsOf: null, meaning: '', gamingRisk: '', watch: '', source: '' } as const

/** The definition sheet of a measure. */
export const Sheet = ({ measure: { definition, unit, direction, aggregation, frequency, leading, settings } }: { readonly measure: Measure }) => (
  <Card title="Definition sheet"><SheetFacts sheet={{ ...(settings.sheet ?? noSheet), calculation: definition, unit, direction, aggregation, frequency, leading }} /></Card>
)

/** What a measure tells of, how it can mislead, and what has to be watched beside it. What is counted is changed with the measure. */
export function EditSheet({ measure, onSave, onClose }: { readonly measure: Measure; onSave(settings: Partial<MeasureSettings>): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const [sheet, setSheet] = useState(measure.settings.sheet ?? noSheet)
  const set = (change: Partial<typeof sheet>) => setSheet((before) => ({ ...before, ...change }))
  const options = [{ value: '', label: 'Nobody said' }, ...(Object.keys(tellsOfWords) as TellsOf[]).map((value) => ({ value, label: tellsOfWords[value] }))]
  return (
    <FormDialog title="Definition sheet" subtitle={measure.name} act="Save" onSubmit={() => onSave({ sheet })} onClose={onClose}>
      <Select label="Tells of" value={sheet.tellsOf ?? ''} options={options} onChange={(word) => set({ tellsOf: (Object.keys(tellsOfWords) as TellsOf[]).find((one) => one === word) ?? null })} />
      <TextArea label="Meaning" rows={2} maxLength={2000} value={sheet.meaning} onChange={(meaning) => set({ meaning })} />
      <TextArea label="How it can mislead" hint="How it can look good while things get worse." rows={2} maxLength={2000} value={sheet.gamingRisk} onChange={(gamingRisk) => set({ gamingRisk })} />
      <TextArea label="Watch beside it" hint="What shows that." rows={2} maxLength={2000} value={sheet.watch} onChange={(watch) => set({ watch })} />
      <TextField label="Source of the definition" maxLength={500} value={sheet.source} onChange={(source) => set({ source })} />
    </FormDialog>
  )
}
