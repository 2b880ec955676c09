import type { Objective, StrategyMap } from '@throughline/contract/strategy'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import type { Outcome } from '../../../acts.ts'
import type { LinkEntered } from '../acts.ts'

type Way = 'drives' | 'driven'

/** Claims that the objective moves another, or is moved by it: which way, after how long, and why. */
export function AddLink({ map, objective, onAdd }: { readonly map: StrategyMap; readonly objective: Objective; onAdd(link: LinkEntered): Outcome }) {
  const [way, setWay] = useState<Way>('drives')
  const [other, setOther] = useState('')
  const [polarity, setPolarity] = useState<LinkEntered['polarity']>('same')
  const [lag, setLag] = useState<string | null>('0')
  const [rationale, setRationale] = useState('')
  const ends = (id: string) => (way === 'drives' ? { from: objective.id, to: id } : { from: id, to: objective.id })
  const free = map.objectives.filter(({ id }) => id !== objective.id && !map.links.some(({ from, to }) => from === ends(id).from && to === ends(id).to))
  const chosen = free.some(({ id }) => id === other) ? other : ''
  const add = async (): Promise<void> => {
    const added = await onAdd({ ...ends(chosen), polarity, lag: Number(lag ?? 0), ...(rationale.trim() === '' ? {} : { rationale: rationale.trim() }) })
    if (!added.ok) return
    setOther('')
    setRationale('')
  }
  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-border pt-3" onSubmit={(event) => { event.preventDefault(); if (chosen !== '') void add() }}>
      <h3>Add a link</h3>
      <Select label="This objective" value={way} options={[{ value: 'drives', label: 'drives' }, { value: 'driven', label: 'is driven by' }]} onChange={setWay} />
      <Select label="Which objective" value={chosen} placeholder="Choose" options={free.map(({ id, statement }) => ({ value: id, label: statement }))} onChange={setOther} />
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-3">
        <Select label="Moves it" value={polarity} options={[{ value: 'same', label: 'the same way' }, { value: 'opposite', label: 'the other way' }]} onChange={setPolarity} />
        <NumberField label="After" unit="periods" min={0} max={60} value={lag} onChange={setLag} />
      </div>
      <TextField label="Why" value={rationale} maxLength={2000} onChange={setRationale} />
      <span><Button type="submit" disabled={chosen === ''}>Add the link</Button></span>
    </form>
  )
}
