import { useState } from 'react'
import { useFormat } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { Tabs } from '../../ui/controls/Tabs.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { Dialog } from '../../ui/overlays/Dialog.tsx'
import type { Moment } from '../../wire/index.ts'
import { clockOf, instantOf, type Position } from './words.ts'

export type MomentDialogProps = { readonly moment: Moment; readonly positions: readonly Position[]; onShow(moment: Moment): void; onClose(): void }
type By = 'instant' | 'position'

/** Asks which moment the pages shall show: what was known at an instant, or a published position, as known then or now. */
export function MomentDialog({ moment, positions, onShow, onClose }: MomentDialogProps) {
  const format = useFormat()
  const clock = moment.asOf ? clockOf(moment.asOf) : undefined
  const [by, setBy] = useState<By>(moment.position || (!moment.asOf && positions.length > 0) ? 'position' : 'instant')
  const [position, setPosition] = useState(moment.position ?? positions.at(-2)?.asOf ?? positions.at(-1)?.asOf ?? '')
  const [now] = useState(() => new Date())
  const [day, setDay] = useState(clock?.day ?? '')
  const [time, setTime] = useState(clock?.time ?? '')
  const asOf = instantOf(day, time)
  const late = asOf !== undefined && new Date(asOf) > now
  const asked = askedFor(by, position, day, asOf)
  return (
    <Dialog
      open
      title="Show the portfolio as of"
      subtitle="Every page then shows what was known at that moment. Nothing can be changed while you look."
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={!asked || late} onClick={() => asked && onShow(asked)}>Show</Button>
        </>
      }
    >
      <Tabs label="What to go back to" tabs={[{ key: 'position', label: 'A publication' }, { key: 'instant', label: 'A day' }]} selected={by} onSelect={setBy}>
        <div className="grid gap-3 pt-3">
          {by === 'position' &&
            (positions.length > 0 ? (
              <Select label="Publication" options={[...positions].reverse().map(({ asOf: date, title }) => ({ value: date, label: `${title}, position of ${format.date(date)}` }))} value={position} onChange={setPosition} />
            ) : (
              <p className="quiet">Nothing has been published yet. Choose a day instead.</p>
            ))}
          <div className="grid grid-cols-2 gap-3">
            <TextField label={by === 'position' ? 'As known on (empty for today)' : 'Known on'} type="date" value={day} onChange={setDay} error={late ? 'Choose a moment that has passed.' : undefined} />
            <TextField label="At (empty for the end of the day)" type="time" value={time} onChange={setTime} />
          </div>
        </div>
      </Tabs>
    </Dialog>
  )
}

/** The moment that the form names; undefined while it does not name one. */
function askedFor(by: By, position: string, day: string, asOf: string | undefined): Moment | undefined {
  if (by === 'instant') return asOf ? { asOf } : undefined
  if (position === '' || (day !== '' && !asOf)) return undefined
  return asOf ? { position, asOf } : { position }
}
