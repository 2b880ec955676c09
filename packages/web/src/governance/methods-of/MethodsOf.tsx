import { governanceRoutes, type MethodUse } from '@throughline/contract/governance'
import { useState } from 'react'
import { useFormat, useToday } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Card } from '../../ui/display/Card.tsx'
import { StatusMark } from '../../ui/display/Status.tsx'
import { isPast, useAct, useMoment, useRead } from '../../wire/index.ts'
import { kindWords, methodPlace, verdictLooks } from '../method-words.ts'
import { EndUse } from './EndUse.tsx'
import { TakeUseAway } from './TakeUseAway.tsx'

export type MethodsOfProps = { readonly initiativeId: string; readonly canEdit: boolean }

/** What an initiative uses and used of the method library; nothing where it used nothing and nobody may begin to. */
export default function MethodsOf({ initiativeId, canEdit }: MethodsOfProps) {
  const today = useToday()
  const past = isPast(useMoment())
  const [open, setOpen] = useState<{ readonly form: 'end' | 'remove'; readonly use: MethodUse }>()
  const reading = useRead(governanceRoutes.readInitiativeMethods, { params: { id: initiativeId } })
  const [end, remove] = [useAct(governanceRoutes.endMethodUse), useAct(governanceRoutes.removeMethodUse)]
  const may = canEdit && !past
  if (reading.state !== 'full' || (reading.value.uses.length === 0 && !may)) return null
  const { uses } = reading.value
  const close = () => setOpen(undefined)
  return (
    <Card title="Methods in use" note="From the method library" actions={may && <a className="button" data-kind="secondary" href="/governance/method-library">Find a method</a>}>
      {uses.length === 0 ? <p className="quiet">It uses nothing of the method library yet. Choose an item there, then “Use”.</p> : <UseList uses={uses} onAct={may ? (form, use) => setOpen({ form, use }) : undefined} />}
      {open?.form === 'end' && <EndUse use={open.use} today={today} onEnd={({ id, version }, given) => end.run({ params: { id: initiativeId, useId: id }, body: { version, ...given } })} onClose={close} />}
      {open?.form === 'remove' && <TakeUseAway use={open.use} onTake={({ id }) => remove.run({ params: { id: initiativeId, useId: id } })} onClose={close} />}
    </Card>
  )
}

function UseList({ uses, onAct }: { readonly uses: readonly MethodUse[]; readonly onAct: ((form: 'end' | 'remove', use: MethodUse) => void) | undefined }) {
  const format = useFormat()
  return (
    <ul className="grid gap-2">
      {uses.map((use) => (
        <li key={use.id} className="flex flex-wrap items-baseline gap-x-3">
          <a className="leading-6" href={methodPlace(use.item.id)}>{use.item.name}</a>
          {use.ended ? <StatusMark quiet {...verdictLooks[use.ended.verdict]} /> : <span className="quiet">{use.item.state === 'retired' ? 'in use, though it was retired' : 'in use'}</span>}
          <span className="quiet">{kindWords[use.item.kind]}, {use.ended ? `${format.date(use.begunOn)} to ${format.date(use.ended.on)}` : `since ${format.date(use.begunOn)}`}, {use.by}: {use.purpose}{use.ended && ` · ${use.ended.words}`}</span>
          {onAct && <span className="flex gap-1">{!use.ended && <Button kind="link" aria-label={`End the use of ${use.item.name}`} onClick={() => onAct('end', use)}>End the use</Button>}<Button kind="link" aria-label={`Take away the use of ${use.item.name} of ${format.date(use.begunOn)}`} onClick={() => onAct('remove', use)}>Take away</Button></span>}
        </li>
      ))}
    </ul>
  )
}
