import type { CausalLink } from '@throughline/contract/strategy'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import type { Outcome } from '../../../acts.ts'
import type { LinkChanged } from '../acts.ts'
import { evidenceLooks, lagWords, polarityWords } from '../words.ts'

export type LinkItemProps = { readonly link: CausalLink; readonly name: string; readonly canEdit: boolean; onOpen(): void; onChange(change: LinkChanged): Outcome; onRemove(): Outcome }

/** A link with what the data say of it; the sign and the lag are changed where they stand. */
export function LinkItem({ link, name, canEdit, onOpen, onChange, onRemove }: LinkItemProps) {
  const { polarity, lag, rationale, evidence } = link
  const look = evidenceLooks[evidence.state]
  const [given, setGiven] = useState<string | null>(String(lag))
  const changed = given !== null && Number(given) !== lag
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <span className="flex items-start gap-2">
        <span aria-hidden="true" className="w-3 shrink-0 text-center font-semibold">{polarityWords[polarity].sign}</span>
        <span className="min-w-0 grow"><Button kind="link" onClick={onOpen}><span className="text-left whitespace-normal">{name}</span></Button></span>
        <span className="shrink-0"><StatusMark quiet tone={look.tone} word={look.words} /></span>
      </span>
      {!canEdit && <p className="quiet">{polarityWords[polarity].words}, {lagWords(lag)}</p>}
      <p className="quiet">{evidence.because}{evidence.cause && evidence.effect ? ` ${evidence.cause} against ${evidence.effect}.` : ''}</p>
      {rationale && <p className="text-label text-ink-2">{rationale}</p>}
      {canEdit && (
        <span className="flex flex-wrap items-end gap-2">
          <Select label={`How ${name} moves`} labelHidden value={polarity} options={(['same', 'opposite'] as const).map((value) => ({ value, label: value === 'same' ? 'Same way' : 'Other way' }))} onChange={(next) => void onChange({ polarity: next })} />
          <NumberField label={`Lag to ${name}, in periods`} labelHidden unit="periods later" min={0} max={60} value={given} onChange={setGiven} className="w-40" />
          {changed && <Button onClick={() => void onChange({ lag: Number(given) })}>Set</Button>}
          <IconButton label={`Remove the link with ${name}`} icon={<Trash2 aria-hidden="true" />} onClick={() => void onRemove()} />
        </span>
      )}
    </li>
  )
}
