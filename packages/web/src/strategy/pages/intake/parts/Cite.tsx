import type { NewPassage, ReadingItem, SourceText } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { placesOf, type Span } from '@throughline/engine/strategy'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { ProblemNote } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import { intakeWords as words } from '../words.ts'
import { SourceTextBox } from './SourceText.tsx'

export type CiteProps = { readonly source: SourceText; readonly items: readonly ReadingItem[]; readonly canCite: boolean; readonly shown: string | undefined; readonly objective: string | undefined; onCite(passage: NewPassage): Outcome }
/** Words to cite: those that were selected, or typed ones and which of the places where they stand is meant. */
type Wanted = { readonly words: string; readonly place: number; readonly selected?: Span }

/** The text of a document, and citing words of it for an objective: selected with the mouse, or typed and found. */
export function Cite({ source, items, canCite, shown, objective, onCite }: CiteProps) {
  const [wanted, setWanted] = useState<Wanted>({ words: '', place: 0 })
  const [chosen, setChosen] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const places = wanted.selected ? [wanted.selected] : placesOf(source.text, wanted.words)
  const pending = places[wanted.place]
  const gone = source.marks.filter(({ place }) => place === null)
  const objectives = [...new Map(items.toReversed().map(({ objectiveId, about, perspective, statement }) => [objectiveId, about === 'objective' ? statement : `${perspective}: ${statement}`])).entries()].toReversed()
  const objectiveId = chosen ?? objective ?? ''
  const select = (span: Span) => setWanted({ words: source.text.slice(span.from, span.to).replace(/\s+/g, ' '), place: 0, selected: span })
  const cite = async () => {
    if (!pending || objectiveId === '') return
    setBusy(true)
    const done = await onCite({ objectiveId, sourceId: source.id, ...pending, quote: source.text.slice(pending.from, pending.to) })
    setBusy(false)
    setProblem(done.ok ? undefined : done.refusal)
    if (done.ok) setWanted({ words: '', place: 0 })
  }
  return (
    <div className="grid gap-3">
      {canCite && (
        <form className="grid gap-3" onSubmit={(event) => { event.preventDefault(); void cite() }}>
          <TextField label="Words to cite" hint={words.howToCite} value={wanted.words} onChange={(text) => setWanted({ words: text, place: 0 })} error={wanted.words.trim() !== '' && places.length === 0 ? words.nowhere : undefined} />
          <Found {...{ places, pending }} onNext={() => setWanted({ words: wanted.words, place: (wanted.place + 1) % places.length })} />
          <div className="flex flex-wrap items-end gap-3">
            <Select className="min-w-60 grow" label="For the objective, mission or vision" value={objectiveId} options={objectives.map(([value, label]) => ({ value, label }))} onChange={setChosen} />
            <Button kind="primary" type="submit" busy={busy} disabled={!pending || objectiveId === ''}>Cite</Button>
          </div>
          <ProblemNote problem={problem} />
        </form>
      )}
      <SourceTextBox source={source} pending={canCite ? pending : undefined} shown={shown} onSelect={select} />
      {gone.map(({ passageId, statement, quote }) => <p key={passageId} className="quiet">{statement}: “{quote}”. {words.gone}</p>)}
    </div>
  )
}

/** Where the words stand, and the way to the next place where they stand more than once. */
function Found({ places, pending, onNext }: { readonly places: readonly Span[]; readonly pending: Span | undefined; onNext(): void }) {
  const format = useFormat()
  if (!pending) return null
  return (
    <p className="flex flex-wrap items-center gap-3" role="status">
      <span className="quiet">Characters {format.number(pending.from, 0)} to {format.number(pending.to, 0)}{places.length > 1 && `, place ${places.indexOf(pending) + 1} of ${places.length}`}</span>
      {places.length > 1 && <Button kind="quiet" onClick={onNext}>Next place</Button>}
    </p>
  )
}
