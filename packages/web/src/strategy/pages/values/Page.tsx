import type { OrganisationValue, UnitStatement, ValuesRegister } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { ProblemNote, Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome } from '../../acts.ts'
import { EditValue, MapStatement, RetireValue, StateUnitValue, TagDecision, type ValuesActs } from './parts/forms.tsx'
import { StatementsTable, TagsTable, ValuesTable } from './parts/tables.tsx'
import { valuesWords as words } from './words.ts'

export type ValuesProps = { readonly reading: Reading<ValuesRegister>; readonly may: { readonly take: boolean; readonly edit: boolean }; readonly acts: ValuesActs }
type Open = { readonly form: 'edit'; readonly value?: OrganisationValue } | { readonly form: 'retire'; readonly value: OrganisationValue } | { readonly form: 'state' } | { readonly form: 'map'; readonly statement: UnitStatement } | { readonly form: 'tag' }

/** What the organisation and its units stand for, where they part, and which decisions served it. */
export function ValuesPage({ reading, may, acts }: ValuesProps) {
  const [open, setOpen] = useState<Open>()
  const [problem, setProblem] = useState<Problem>()
  const register = reading.state === 'full' ? reading.value : undefined
  const inForce = register?.values.filter(({ retired }) => retired === null) ?? []
  const close = () => setOpen(undefined)
  const take = async (outcome: Outcome) => {
    const done = await outcome
    setProblem(done.ok ? undefined : done.refusal)
  }
  const actions = register && (
    <>
      {may.edit && register.decisions.length > 0 && inForce.length > 0 && <Button onClick={() => setOpen({ form: 'tag' })}>Value of a decision</Button>}
      {may.take && register.units.length > 0 && <Button onClick={() => setOpen({ form: 'state' })}>What a unit stands for</Button>}
      {may.edit && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'edit' })}>Add a value</Button>}
    </>
  )
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <ProblemNote problem={problem} />
      <Shown reading={reading} what="values" lines={8}>
        {(value) => value.values.length === 0 && value.statements === 0
          ? <EmptyState title={words.emptyTitle}>{words.emptyWhy}</EmptyState>
          : <>
              <Counts register={value} />
              <ValuesTable register={value} canEdit={may.edit} onEdit={(one) => setOpen({ form: 'edit', value: one })} onRetire={(one) => setOpen({ form: 'retire', value: one })} />
              <StatementsTable register={value} canEdit={may.edit} onMap={(statement) => setOpen({ form: 'map', statement })} onRemove={(one) => void take(acts.remove(one))} />
              <TagsTable decisions={value.decisions} canEdit={may.edit} onRemove={(one) => void take(acts.untag(one))} />
            </>}
      </Shown>
      {open?.form === 'edit' && <EditValue value={open.value} acts={acts} onClose={close} />}
      {open?.form === 'retire' && <RetireValue value={open.value} acts={acts} onClose={close} />}
      {register && open?.form === 'state' && <StateUnitValue units={register.units} acts={acts} onClose={close} />}
      {open?.form === 'map' && <MapStatement statement={open.statement} values={inForce} acts={acts} onClose={close} />}
      {register && open?.form === 'tag' && <TagDecision decisions={register.decisions} values={inForce} acts={acts} onClose={close} />}
    </PageFrame>
  )
}

function Counts({ register: { statements, diverging, notTakenUp, conflicts, decisions } }: { readonly register: ValuesRegister }) {
  const format = useFormat()
  const tagged = decisions.filter(({ tags }) => tags.length > 0).length
  return (
    <FigureStrip label="Where values part">
      <Figure label="Statements that diverge" value={statements === 0 ? null : format.number(diverging, 0)} absent="Nothing is said" comparison={{ words: statements === 0 ? 'No unit has said what it stands for' : `of ${format.count(statements, 'statement', 'statements')} of units` }} />
      <Figure label="Values nobody takes up" value={notTakenUp === null ? null : format.number(notTakenUp.length, 0)} absent="Nothing is said" comparison={{ words: notTakenUp === null ? 'No unit has said what it stands for' : 'among units that have said something' }} />
      <Figure label="Declared conflicts" value={format.number(conflicts, 0)} absent="" comparison={{ words: `${format.count(tagged, 'decision names', 'decisions name')} a value` }} />
    </FigureStrip>
  )
}
