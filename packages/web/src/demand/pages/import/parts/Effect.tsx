import type { ImportDraft } from '@throughline/contract/demand'
import { places, useFormat } from '../../../../format/index.ts'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { PartialState } from '../../../../ui/states/states.tsx'
import type { Correcting } from '../use-correcting.ts'
import { fieldName } from '../words.ts'

type EffectProps = { readonly draft: ImportDraft; readonly open: boolean; readonly correcting: Correcting }

/** What becomes of the list: which fields change, who leaves it, which units are added. */
export function Effect({ draft, open, correcting }: EffectProps) {
  const format = useFormat()
  const { effect, changes, scope } = draft
  if (effect.leaving === 0 && effect.units === 0 && changes.length === 0) return null
  return (
    <Card title="What becomes of the list" note={`${format.count(effect.current, 'initiative is', 'initiatives are')} on it now`}>
      <div className="grid gap-4">
        {draft.short && scope === null && <PartialState message={`This file leaves out ${format.number(effect.leaving)} of the ${format.number(effect.current)} initiatives on the list. Is it the whole list, or does it update only these?`} />}
        {changes.length > 0 && <p><strong className="font-medium">Changes by field: </strong>{changes.map(({ field, initiatives }) => `${fieldName(field)} ${format.number(initiatives)}`).join(', ')}</p>}
        {effect.leaving > 0 && <Leaving {...{ draft, open, correcting }} />}
        {effect.units > 0 && <Units draft={draft} />}
      </div>
    </Card>
  )
}

function Leaving({ draft: { scope, effect, leaving }, open, correcting }: EffectProps) {
  const format = useFormat()
  return (
    <div className="grid gap-3">
      <div className="max-w-md">
        <Select
          label="What the list becomes"
          disabled={!open}
          value={scope ?? 'open'}
          options={[...(scope === null ? [{ value: 'open', label: 'Not decided: replaces it unless you say otherwise' }] : []), { value: 'whole', label: 'Replace the current list' }, { value: 'part', label: 'Update only these' }]}
          onChange={(value) => {
            if (value !== 'open') correcting.correct({ scope: value === 'part' ? 'part' : 'whole' })
          }}
          hint={scope === 'part' ? 'Nobody leaves the list' : `${format.count(effect.leaving, 'initiative leaves', 'initiatives leave')} the list; their history stays`}
        />
      </div>
      {scope !== 'part' && (
        <details>
          <summary>Who leaves the list</summary>
          <ul className="mt-2 grid gap-1 pl-5 list-disc">
            {leaving.map(({ id, name, key }) => <li key={id}><a href={places.initiative(id)}>{name}</a> <span className="quiet figures">{key}</span></li>)}
            {effect.leaving > leaving.length && <li className="quiet">and {format.number(effect.leaving - leaving.length)} more</li>}
          </ul>
        </details>
      )}
    </div>
  )
}

function Units({ draft: { units, effect } }: { readonly draft: ImportDraft }) {
  const format = useFormat()
  return (
    <details>
      <summary>Creates {format.count(effect.units, 'unit', 'units')} of the organisation</summary>
      <ul className="mt-2 grid gap-1 pl-5 list-disc">
        {units.map(({ path, initiatives }) => <li key={path.join(' > ')}>{path.join(' › ')} <span className="quiet">{initiatives > 0 ? format.count(initiatives, 'row', 'rows') : ''}</span></li>)}
        {effect.units > units.length && <li className="quiet">and {format.number(effect.units - units.length)} more</li>}
      </ul>
    </details>
  )
}
