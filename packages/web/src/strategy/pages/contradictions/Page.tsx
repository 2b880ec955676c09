import type { AcceptedTension, Contradiction, Contradictions, Grounds } from '@throughline/contract/strategy'
import { useState, type ReactNode } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome } from '../../acts.ts'
import { Entry } from './parts/Entry.tsx'
import { GroundsCard, type GroundAsked } from './parts/Grounds.tsx'
import { Group, groupsOf } from './parts/Group.tsx'
import { LiveWithIt, Reopen, type TensionEntered } from './parts/Tension.tsx'

export type ContradictionsProps = {
  readonly register: Reading<Contradictions>
  /** What it looks at beside the strategy, its measures and the initiatives. */
  readonly grounds: Reading<Grounds>
  readonly canEdit: boolean
  readonly today: string
  onAccept(contradiction: Contradiction, entered: TensionEntered): Outcome
  onReopen(accepted: AcceptedTension): Outcome
  onGround(asked: GroundAsked): void
  /** Of an act on policies, rewards and assets. */
  readonly dialog: ReactNode
}

type Open = { readonly kind: 'accept' | 'reopen'; readonly contradiction: Contradiction }

/** What cannot all be met, with the least that shows it. */
export function ContradictionsPage({ register, grounds, canEdit, today, onAccept, onReopen, onGround, dialog }: ContradictionsProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <PageFrame title="Contradictions" note="What cannot all be met, with the least that shows it: take any one part away and it is gone.">
      <Shown reading={register} what="contradictions" lines={8}>
        {(whole) => <Whole register={whole} canEdit={canEdit} onOpen={setOpen} grounds={<GroundsCard reading={grounds} onAsk={canEdit ? onGround : undefined} />} />}
      </Shown>
      {open?.kind === 'accept' && <LiveWithIt contradiction={open.contradiction} today={today} onSubmit={(entered) => onAccept(open.contradiction, entered)} onClose={close} />}
      {open?.kind === 'reopen' && open.contradiction.accepted && <Reopen contradiction={open.contradiction} onSubmit={onReopen.bind(undefined, open.contradiction.accepted)} onClose={close} />}
      {dialog}
    </PageFrame>
  )
}

const parts = [
  { states: ['open', 'due'], title: 'To be settled', none: 'Nothing that was checked contradicts itself.' },
  { states: ['managed'], title: 'Managed tensions', none: '' },
  { states: ['resolved'], title: 'No longer found', none: '' },
] as const

function Whole({ register, canEdit, grounds, onOpen }: { readonly register: Contradictions; readonly canEdit: boolean; readonly grounds: ReactNode; onOpen(open: Open): void }) {
  const format = useFormat()
  const { objectives, measures, initiatives } = register.checked
  if (objectives === 0) return <EmptyState title="There is nothing to check yet" actions={<a className="button" data-kind="primary" href="/strategy">Strategy</a>}>A strategy with objectives is checked against itself, its measures and the initiatives that serve it.</EmptyState>
  const checked = `${format.count(objectives, 'objective', 'objectives')}, ${format.count(measures, 'measure', 'measures')} and ${format.count(initiatives, 'initiative', 'initiatives')}, as of ${format.date(register.asOf)}`
  return (
    <div className="grid gap-4">
      {parts.map(({ states, title, none }) => {
        const entries = register.entries.filter(({ state }) => (states as readonly string[]).includes(state))
        if (entries.length === 0 && none === '') return null
        return (
          <Card key={title} title={title} note={none === '' ? format.number(entries.length, 0) : `${format.number(entries.length, 0)} among ${checked}`} flush>
            {entries.length === 0 ? <p className="p-4">{none}</p> : (
              groupsOf(entries).map((group) => (
                <Group key={`${group[0].rule} ${group[0].severity}`} entries={group} shown={(contradiction) => <Entry contradiction={contradiction} canEdit={canEdit} onAccept={() => onOpen({ kind: 'accept', contradiction })} onReopen={() => onOpen({ kind: 'reopen', contradiction })} />} />
              ))
            )}
          </Card>
        )
      })}
      <Card title="Not looked at" note="Nothing is recorded yet that these rules could check; silence about them says nothing">
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
          {register.unchecked.map(({ rule, title, needs }) => (
            <div key={rule}>
              <dt>{title}</dt>
              <dd className="quiet">Needs: {needs}</dd>
            </div>
          ))}
        </dl>
        <p className="quiet mt-3">Where money is compared with priorities it is the whole-life cost of each initiative.</p>
      </Card>
      {grounds}
    </div>
  )
}
