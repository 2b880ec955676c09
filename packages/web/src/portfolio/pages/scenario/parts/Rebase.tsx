import type { Conflict, OverlayChange, RebasePreview } from '@throughline/contract/portfolio'
import { yearOfField, type FieldValue } from '@throughline/engine/portfolio'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { ProblemNote, useSending } from '../../../../wire/index.ts'
import { Differences } from '../../../parts/plans/Differences.tsx'
import { usePlanWords, type PlanWords } from '../../../parts/plans/field-names.tsx'
import type { Sent } from '../Page.tsx'
import { minorOfMillions } from '../row-columns.ts'

type Take = Conflict['takes'][number]
export type Settled = Pick<Conflict, 'kind' | 'id' | 'field'> & { readonly take: Take; readonly value?: FieldValue }
export type RebaseProps = { readonly preview: RebasePreview; readonly currency: string; unitName(id: string): string; readonly canEdit: boolean; onRebase(seen: string, resolutions: readonly Settled[]): Sent }

const keyOf = ({ kind, id, field }: Pick<Conflict, 'kind' | 'id' | 'field'>): string => `${kind} ${id} ${field}`

/** Brings a scenario up to the plan of now. Conflicts stand side by side; arrow keys go between the answers, Tab to the next conflict. */
export function Rebase({ preview, currency, unitName, canEdit, onRebase }: RebaseProps) {
  const format = useFormat()
  const words = usePlanWords({ currency, unitName })
  const [settled, setSettled] = useState<ReadonlyMap<string, Settled>>(new Map())
  const open = preview.conflicts.filter((one) => !isSettled(settled.get(keyOf(one)))).length
  const { busy, problem, send } = useSending(() => onRebase(preview.seen, [...settled.values()]))
  return (
    <>
      {preview.conflicts.length > 0 && (
        <Card title="Conflicts" note="The plan and the scenario say different things. Choose for each." flush>
          <ul className="grid">
            {preview.conflicts.map((one) => <ConflictRow key={keyOf(one)} conflict={one} words={words} currency={currency} settled={settled.get(keyOf(one))} canEdit={canEdit} onSettle={(next) => setSettled((before) => new Map(before).set(keyOf(one), next))} />)}
          </ul>
        </Card>
      )}
      {canEdit && (
        <div className="flex flex-wrap items-center gap-3">
          <Button kind="primary" busy={busy} disabled={open > 0} onClick={() => void send()}>Bring up to date</Button>
          <span className="quiet" role="status">{open > 0 ? `${format.count(open, 'conflict', 'conflicts')} to settle` : 'Everything is settled. The scenario will begin from the plan of now.'}</span>
        </div>
      )}
      <ProblemNote problem={problem} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Changes title="Carries over" note="The plan did not touch these" list={preview.clean} words={words} empty="Nothing carries over by itself." />
        <Changes title="Already in the plan" note="The plan says the same by now; the scenario need not" list={preview.already} words={words} empty="Nothing has arrived." />
      </div>
      <Card title="What moved in the plan meanwhile" note={format.count(preview.planMoves.items.length, 'thing', 'things')} flush><Differences list={preview.planMoves} currency={currency} unitName={unitName} caption="What moved in the plan" maxHeight={420} /></Card>
    </>
  )
}

const isSettled = (one: Settled | undefined): boolean => one !== undefined && (one.take !== 'other' || one.value !== undefined)

type RowProps = { readonly conflict: Conflict; readonly currency: string; readonly words: PlanWords; readonly settled: Settled | undefined; readonly canEdit: boolean; onSettle(settled: Settled): void }

function ConflictRow({ conflict, words, currency, settled, canEdit, onSettle }: RowProps) {
  const { kind, id, field, name, reason, base, plan, scenario, takes } = conflict
  const shown = (value: FieldValue) => (reason === 'cycle' ? (value === true ? 'needed' : 'not needed') : words.valueWord(field, value))
  const answers = [
    { take: 'theirs' as const, label: reason === 'key_taken' ? 'A key of ours' : reason === 'both_changed' ? 'The plan now' : 'Let it go', value: reason === 'both_changed' ? shown(plan) : '' },
    { take: 'mine' as const, label: 'The scenario', value: shown(scenario) },
    { take: 'other' as const, label: 'Something else', value: '' },
  ].filter(({ take }) => takes.includes(take))
  return (
    <li className="border-b border-border px-4 py-3">
      <p className="m-0"><strong className="font-semibold">{name}</strong>, {words.fieldWord(field).toLowerCase()} <span className="quiet">was {shown(base)} when the scenario began. {reasonWords[reason]}</span></p>
      <Answers label={`${name}, ${words.fieldWord(field)}`} answers={answers} chosen={settled?.take} disabled={!canEdit} onChoose={(take) => onSettle({ kind, id, field, take })} />
      {settled?.take === 'other' && <OtherValue field={field} word={words.fieldWord(field)} currency={currency} onValue={(value) => onSettle({ kind, id, field, take: 'other', ...(value === undefined ? {} : { value }) })} />}
    </li>
  )
}

const reasonWords: Readonly<Record<Conflict['reason'], string>> = {
  both_changed: 'Both changed it.', removed: 'It is no longer in the plan.', changed_since: 'The scenario takes it out, and the plan changed it.', cycle: 'With the plan of now it would close a circle.', key_taken: 'Another initiative has the key by now.',
}

type AnswersProps = { readonly label: string; readonly answers: readonly { readonly take: Take; readonly label: string; readonly value: string }[]; readonly chosen: Take | undefined; readonly disabled: boolean; onChoose(take: Take): void }

/** One choice of a few, side by side: arrows move and choose. */
function Answers({ label, answers, chosen, disabled, onChoose }: AnswersProps) {
  const box = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent, at: number) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = answers[(at + step + answers.length) % answers.length]
    if (!next) return
    onChoose(next.take)
    box.current?.querySelectorAll<HTMLElement>('[role=radio]')[answers.indexOf(next)]?.focus()
  }
  return (
    <div ref={box} role="radiogroup" aria-label={label} className="mt-2 grid gap-2 lg:grid-cols-3">
      {answers.map(({ take, label: name, value }, index) => (
        <button
          key={take}
          type="button"
          role="radio"
          aria-checked={chosen === take}
          disabled={disabled}
          tabIndex={chosen === take || (chosen === undefined && index === 0) ? 0 : -1}
          className={`rounded-node border px-3 py-2 text-left ${chosen === take ? 'border-accent bg-sunken' : 'border-border-strong bg-surface'}`}
          onClick={() => onChoose(take)}
          onKeyDown={(event) => move(event, index)}
        >
          <span className="text-label text-ink-2">{name}</span>
          {value && <span className="figures block">{value}</span>}
        </button>
      ))}
    </div>
  )
}

function OtherValue({ field, word, currency, onValue }: { readonly field: string; readonly word: string; readonly currency: string; onValue(value: FieldValue | undefined): void }) {
  const [text, setText] = useState('')
  const isMoney = field === 'costMinor' || field === 'benefitsMinor' || yearOfField(field) !== undefined
  const isDate = field === 'startOn' || field === 'endOn' || field === 'deadline'
  const read = (entered: string): FieldValue | undefined => {
    if (entered.trim() === '') return undefined
    if (isMoney) return minorOfMillions(entered.replace(',', '.'), currency)
    if (field === 'weight') return Number(entered.replace(',', '.')) / 100
    return field === 'contribution' ? Number(entered.replace(',', '.')) : entered.trim()
  }
  const label = isMoney ? `${word}, ${currency} m` : field === 'weight' ? 'Weight, %' : word
  return <div className="mt-2 max-w-3xl"><TextField label={label} {...(isDate ? { type: 'date' } : {})} value={text} onChange={(entered) => { setText(entered); onValue(read(entered)) }} /></div>
}

function Changes({ title, note, list, words, empty }: { readonly title: string; readonly note: string; readonly list: readonly OverlayChange[]; readonly words: PlanWords; readonly empty: string }) {
  return (
    <Card title={title} note={note} flush>
      <Table
        caption={title}
        rows={list}
        rowKey={(one) => keyOf(one)}
        empty={empty}
        maxHeight={320}
        columns={[
          { key: 'name', label: 'What', cell: ({ name }) => name },
          { key: 'field', label: 'Field', cell: ({ field }) => words.fieldWord(field) },
          { key: 'from', label: 'From', cell: ({ field, base }) => words.valueWord(field, base) },
          { key: 'to', label: 'To', cell: ({ field, value }) => words.valueWord(field, value) },
        ]}
      />
    </Card>
  )
}
