import { limitAmount, limitTitle, verdictSentence, type LetIn, type RoadmapAnswer, type RoadmapCase, type RoadmapVerdict, type Room } from '@throughline/engine/portfolio'
import { useState } from 'react'
import { places } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { explainAtPrice, explainEntry, explainTake, limitTerm } from '../explain.ts'
import { withRoadmapPin, type RoadmapLevers } from '../levers.ts'
import type { AskRoadmap } from '../use-roadmap.ts'
import type { RoadmapWords } from '../words.ts'

export type VerdictDrawerProps = {
  readonly verdict: RoadmapVerdict
  readonly of: RoadmapCase
  readonly answer: RoadmapAnswer
  readonly levers: RoadmapLevers
  readonly words: RoadmapWords
  readonly ask: AskRoadmap
  onLevers(levers: RoadmapLevers): void
  onClose(): void
}

/** One initiative: why, what of each scarce limit it takes, what would let it in, and pins on it. */
export function VerdictDrawer({ verdict, of, answer, levers, words, ask, onLevers, onClose }: VerdictDrawerProps) {
  const { candidateId, uses } = verdict
  const [found, setFound] = useState<{ readonly letIn: LetIn; readonly room: Room | null }>()
  const pin = (kind: 'must' | 'mustNot' | undefined) => {
    onLevers(withRoadmapPin(levers, candidateId, kind && { kind, candidateId }))
    onClose()
  }
  const variants = of.candidates.find(({ id }) => id === candidateId)?.variants ?? []
  const asVariant = levers.pins.find((each) => each.kind === 'startWithin' && each.candidateId === candidateId)
  const held = levers.pins.some((each) => each.candidateId === candidateId)
  return (
    <Drawer
      open title={words.nameOf(candidateId)} subtitle={words.keyOf(candidateId)} onClose={onClose}
      foot={
        <>
          <a className="button" data-kind="secondary" href={places.initiative(candidateId)}>Open the initiative</a>
          {held && <Button onClick={() => pin(undefined)}>Let go</Button>}
          {verdict.verdict === 'in' ? <Button onClick={() => pin('mustNot')}>Hold it out</Button> : <Button onClick={() => pin('must')}>Hold it in</Button>}
        </>
      }
    >
      <div className="grid gap-4">
        <p>{verdictSentence(verdict, words)}</p>
        <Table
          caption="What it takes of scarce limits" captionShown
          rows={uses} rowKey={({ limit }) => `${limit.words} ${limit.period}`} empty={<p className="quiet">Nothing that is scarce.</p>}
          columns={[
            { key: 'limit', label: 'Limit', cell: ({ limit }) => limitTerm(limit, words) },
            { key: 'amount', label: 'Takes', numeric: true, cell: (use) => <WhyFigure why={explainTake(candidateId, use, words)}>{limitAmount(use.limit, use.amount, words)}</WhyFigure> },
            { key: 'price', label: 'Worth to others', numeric: true, cell: (use) => <WhyFigure why={explainAtPrice(candidateId, use, words)}>{words.value(use.atPrice)}</WhyFigure> },
          ]}
        />
        {variants.length > 1 && (
          <Select
            label="Variant" hint="Held, it goes ahead in this one, whenever it starts; what that gives up is worked out"
            value={asVariant?.kind === 'startWithin' ? (asVariant.variantId ?? '') : ''} options={[{ value: '', label: 'Whichever is best' }, ...variants.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={(variantId) => onLevers(withRoadmapPin(levers, candidateId, variantId === '' ? undefined : [{ kind: 'must', candidateId }, { kind: 'startWithin', candidateId, from: 0, to: of.periods.length - 1, variantId }]))}
          />
        )}
        {verdict.verdict === 'out' && (
          <section className="grid gap-2" aria-live="polite">
            <h3>What would let it in</h3>
            {found ? <Entry {...found} {...{ candidateId, answer, words }} /> : <div><Button onClick={() => void ask({ op: 'letIn', case: of, answer, candidateId, effort: 60_000 }, 'Solving with it held in').then((answered) => answered && setFound(answered))}>Work it out by solving</Button></div>}
          </section>
        )}
      </div>
    </Drawer>
  )
}

/** Found by solving again, never guessed. */
function Entry({ candidateId, letIn, room, answer, words }: { readonly candidateId: string; readonly letIn: LetIn; readonly room: Room | null; readonly answer: RoadmapAnswer; readonly words: RoadmapWords }) {
  const others = letIn.kind === 'at_a_price' ? letIn.leaves.map(words.nameOf) : []
  return (
    <ul className="grid list-disc gap-1 pl-5">
      {room && room.limits.length > 0 && <li>{room.limits.map(({ limit, more }) => `${limitAmount(limit, more, words)} more of ${limitTitle(limit, words)}${limit.period === null ? '' : ` in ${words.period(limit.period)}`}`).join(', ')}, and nobody else leaves: it starts in {words.period(room.choice.start)}.</li>}
      {letIn.kind === 'at_a_price' && <li>{letIn.valueLost > 0 ? <>Giving up <WhyFigure why={explainEntry(candidateId, letIn, answer, words)}>{words.value(letIn.valueLost)}</WhyFigure></> : 'No loss of value was found'}{others.length > 0 ? `, and without ${others.slice(0, 6).join(', ')}${others.length > 6 ? ` and ${others.length - 6} more` : ''}` : ''}{letIn.atLeast > 0 ? ` (${words.value(letIn.atLeast)} at least, for certain)` : ''}.</li>}
      {letIn.kind === 'cannot' && <li>{letIn.proved ? 'It cannot go ahead under these demands, whoever leaves.' : 'No roadmap with it was found within the effort.'}</li>}
      {letIn.kind === 'nothing_needed' && <li>It is in already.</li>}
    </ul>
  )
}
