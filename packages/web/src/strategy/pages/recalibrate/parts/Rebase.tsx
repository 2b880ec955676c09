import type { DraftRebase } from '@throughline/contract/strategy'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Select } from '../../../../ui/controls/Select.tsx'
import { FormDialog, Shown, type Reading } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'

export type Taken = Readonly<Record<string, 'draft' | 'in_force'>>
const sides = [{ value: '', label: 'Choose which holds' }, { value: 'draft', label: 'As the draft says' }, { value: 'in_force', label: 'As in force' }] as const

/** Puts the draft on the strategy and the plan of now: what one side changed is kept, what both did is asked. */
export function Rebase({ reading, sent, onRebase, onClose }: { readonly reading: Reading<DraftRebase>; readonly sent: boolean; onRebase(seen: string, take: Taken): Outcome; onClose(): void }) {
  const format = useFormat()
  const [taken, setTaken] = useState<Taken>({})
  const known = reading.state === 'full' ? reading.value : undefined
  const open = known?.conflicts.filter(({ ref }) => taken[ref] === undefined).length ?? 0
  return (
    <FormDialog size="wide" title="Bring it up to date?" subtitle={sent ? 'It is a draft again then, to be looked at and sent anew.' : 'The draft goes on from the strategy and the plan as they are now.'} act="Bring up to date" notYet={known === undefined ? 'Reading what changed.' : open > 0 ? `${format.count(open, 'question is', 'questions are')} open.` : undefined} onSubmit={() => onRebase(known?.seen ?? '', taken)} onClose={onClose}>
      <Shown reading={reading} what="what changed meanwhile" lines={4}>
        {({ carried, conflicts, initiatives }) => (
          <div className="grid gap-3">
            <p>{carried === 0 ? 'Nothing of the strategy in force has to be carried over.' : `${format.count(carried, 'change of the strategy in force is', 'changes of the strategy in force are')} carried over.`}</p>
            {initiatives.length > 0 && <ul className="list-disc pl-5">{initiatives.map(({ id, words }) => <li key={id}>{words}</li>)}</ul>}
            {conflicts.map(({ ref, name, base, inForce, draft }) => (
              <fieldset key={ref} className="grid gap-1 border-t border-border pt-3">
                <legend className="font-medium">{name}</legend>
                <p className="quiet">It was {base}. In force it is {inForce} by now; the draft says {draft}.</p>
                <Select label={`Which holds of ${name}`} labelHidden value={taken[ref] ?? ''} options={sides} onChange={(side) => setTaken(side === 'draft' || side === 'in_force' ? { ...taken, [ref]: side } : Object.fromEntries(Object.entries(taken).filter(([key]) => key !== ref)))} />
              </fieldset>
            ))}
          </div>
        )}
      </Shown>
    </FormDialog>
  )
}
