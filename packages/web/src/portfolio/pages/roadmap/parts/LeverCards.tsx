import type { DemandPart, RoadmapStand } from '@throughline/contract/portfolio'
import type { RoadmapPinPrice } from '@throughline/engine/portfolio'
import { BookmarkPlus, Undo2, X } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Button, IconButton } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Slider } from '../../../../ui/controls/Slider.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import type { ValueChoice } from '../../../words.ts'
import { isLimit, isRoadmapPin, withRoadmapPin, type RoadmapLevers, type RoadmapPin } from '../levers.ts'
import type { Roadmapping } from '../use-roadmap.ts'
import { dearestOf, explainPin } from '../explain.ts'
import type { RoadmapWords } from '../words.ts'
import { DemandForm } from './lazy-form.ts'
import type { Demanding } from './DemandsCard.tsx'
import { GoalLevers } from './GoalLevers.tsx'
import { PeriodLevers, type Dated } from './PeriodLevers.tsx'

export type LeverCardsProps = {
  readonly stand: RoadmapStand
  readonly levers: RoadmapLevers
  readonly words: RoadmapWords
  readonly value: ValueChoice
  readonly known: Roadmapping
  readonly prices: readonly RoadmapPinPrice[] | undefined
  /** The levers as they stand exclude each other: there is no roadmap from which a pin could take anything. */
  readonly nothingFits: boolean
  readonly demanding: Demanding
  onLevers(levers: RoadmapLevers): void
  onValue(value: ValueChoice): void
  onDated(dated: Dated): void
  /** Takes the last lever or pin back; undefined where nothing was moved. */
  readonly onUndo: (() => void) | undefined
}

/** What to maximise, how much of each limit there is, how calm the plan stays, and who is held where. */
export function LeverCards({ stand, levers, words, value, prices, nothingFits, demanding, onLevers, onValue, onDated, onUndo }: LeverCardsProps) {
  const { objective, constraints } = stand.case
  const limits = constraints.flatMap((constraint, place) => (isLimit(constraint) ? [{ constraint, place }] : []))
  const weights = objective.kind === 'weighted' && stand.valueUnit === 'points' ? objective.weights : undefined
  return (
    <div className="grid min-w-0 content-start gap-4 xl:sticky xl:top-0 xl:max-h-screen xl:overflow-y-auto">
      <Card title="Levers" note="Every move is solved anew" actions={<Button kind="quiet" icon={<Undo2 aria-hidden="true" />} aria-keyshortcuts="Control+Z Meta+Z" title="Takes back the last lever or pin (Ctrl+Z)" disabled={onUndo === undefined} onClick={onUndo}>Undo</Button>}>
        <div className="grid items-start gap-4 md:max-xl:grid-cols-2">
          <GoalLevers {...{ stand, value, levers, words, onLevers, onValue }} />
          <PeriodLevers {...{ stand, onDated }} />
          {limits.map(({ constraint, place }) => (
            <Slider key={place} label={limitLabel(constraint, words)} min={40} max={Math.max(160, levers.percents[place] ?? 100)} value={levers.percents[place] ?? 100} format={(percent) => (percent === 100 ? 'as recorded' : words.percent(percent))} onChange={(percent) => onLevers({ ...levers, percents: { ...levers.percents, [place]: percent } })} />
          ))}
          <Slider label="Stay with the plan of record" min={0} max={50} value={levers.calm} format={(calm) => (calm === 0 ? 'moves are free' : `a move costs ${words.percent(calm)} of a mean initiative`)} onChange={(calm) => onLevers({ ...levers, calm })} />
          <NumberField label="Moves at most" hint="From the plan of record; empty for as many as is best" unit="moves" min={0} max={100_000} value={levers.mostMoves === null ? null : String(levers.mostMoves)} onChange={(most) => onLevers({ ...levers, mostMoves: most === null ? null : Math.round(Number(most)) })} />
        </div>
      </Card>
      {weights && (
        <Card title="Weights" note="Of the objectives, as a share of all">
          <div className="grid gap-3 md:max-xl:grid-cols-2">
            {stand.objectives.map(({ id, statement }) => (
              <Slider key={id} label={statement} min={0} max={50} value={Math.round((levers.weights[id] ?? weights[id] ?? 0) / 100)} format={words.percent} onChange={(percent) => onLevers({ ...levers, weights: { ...levers.weights, [id]: percent * 100 } })} />
            ))}
          </div>
        </Card>
      )}
      <Pins {...{ stand, levers, words, prices, nothingFits, demanding, onLevers }} />
    </div>
  )
}

function limitLabel(constraint: Extract<RoadmapStand['case']['constraints'][number], { kind: 'potBudget' | 'potTotal' | 'poolCapacity' }>, words: RoadmapWords): string {
  const names = (constraint.kind === 'poolCapacity' ? constraint.poolIds : constraint.potIds).map(words.nameOf).join(', ')
  return constraint.kind === 'potTotal' ? `${names}, over all periods` : names
}

type PinsProps = Pick<LeverCardsProps, 'stand' | 'levers' | 'words' | 'prices' | 'nothingFits' | 'demanding' | 'onLevers'>

/** Who is held where: by you until you let go, or by what was recorded for everybody; each with its price. */
function Pins({ stand, levers, words, prices, nothingFits, demanding, onLevers }: PinsProps) {
  const [recording, setRecording] = useState<readonly RoadmapPin[]>()
  const own = [...Map.groupBy(levers.pins, ({ candidateId }) => candidateId)]
  const standing = [...Map.groupBy(stand.case.constraints.filter(isRoadmapPin), ({ candidateId }) => candidateId)].filter(([id]) => !own.some(([held]) => held === id))
  const name = (candidateId: string) => <span className="block truncate" title={words.nameOf(candidateId)}>{words.nameOf(candidateId)}</span>
  return (
    <Card title="Pins" note="Move a bar, or open an initiative, to hold it">
      {own.length + standing.length === 0 && <p className="quiet">Nothing is held: everything competes on its worth.</p>}
      <ul className="grid gap-2">
        {own.map(([candidateId, pins]) => (
          <li key={candidateId} className="flex min-w-0 items-start gap-2">
            <span className="min-w-0 grow">{name(candidateId)}<span className="quiet">{pinWords(pins, words)} by you. <PinPrice {...{ pins, prices, nothingFits, words }} /></span></span>
            {demanding.may && <IconButton label={`Record for everybody: ${words.nameOf(candidateId)}`} icon={<BookmarkPlus aria-hidden="true" />} onClick={() => setRecording(pins)} />}
            <IconButton label={`Let go of ${words.nameOf(candidateId)}`} icon={<X aria-hidden="true" />} onClick={() => onLevers(withRoadmapPin(levers, candidateId, undefined))} />
          </li>
        ))}
        {standing.map(([candidateId, pins]) => (
          <li key={candidateId} className="min-w-0">{name(candidateId)}<span className="quiet">{pinWords(pins, words)}{askedWords(pins)}. <PinPrice {...{ pins, prices, nothingFits, words }} /></span></li>
        ))}
      </ul>
      {recording && <Suspense><DemandForm {...{ stand, words }} units={demanding.units} settled={recording.map((pin) => partOfPin(pin, stand.from))} onRecord={demanding.onRecord} onDone={() => onLevers(withRoadmapPin(levers, recording[0]?.candidateId ?? '', undefined))} onClose={() => setRecording(undefined)} /></Suspense>}
    </Card>
  )
}

/** A pin as it is recorded: periods become their first days. */
function partOfPin(pin: RoadmapPin, from: readonly string[]): DemandPart {
  if (pin.kind !== 'startWithin') return { kind: pin.kind, initiativeId: pin.candidateId }
  if (pin.variantId !== undefined && pin.from === 0 && pin.to >= from.length - 1) return { kind: 'asVariant', initiativeId: pin.candidateId, variantId: pin.variantId }
  return { kind: 'startWithin', initiativeId: pin.candidateId, ...(pin.variantId === undefined ? {} : { variantId: pin.variantId }), fromOn: from[pin.from] ?? '', toOn: from[pin.to] ?? '' }
}

const askedWords = (pins: readonly RoadmapPin[]): string => [...new Set(pins.map(({ by, because }) => `${by ? ` for ${by}` : ''}${because ? `: ${because}` : ''}`))].filter(Boolean).join('; ')

/** Where a candidate is held. */
export function pinWords(pins: readonly RoadmapPin[], words: RoadmapWords): string {
  const start = pins.find((pin) => pin.kind === 'startWithin')
  if (pins.some(({ kind }) => kind === 'mustNot')) return 'Held out'
  if (start === undefined) return 'Held in'
  const as = start.variantId === undefined ? '' : ` as ${words.variantOf(start.variantId)}`
  const anywhere = start.from === 0 && start.to >= words.last
  return anywhere && as !== '' ? `Held${as}` : `Held ${start.from === start.to ? 'at' : 'from'} ${words.period(start.from)}${start.from === start.to ? '' : ` to ${words.period(start.to)}`}${as}`
}

/** What the pins of one candidate cost together at most, once it was worked out by solving without each. */
function PinPrice({ pins, prices, nothingFits, words }: Pick<LeverCardsProps, 'prices' | 'nothingFits' | 'words'> & { readonly pins: readonly RoadmapPin[] }) {
  const dearest = dearestOf(prices?.filter(({ pin }) => pins.some((each) => each.kind === pin.kind && each.candidateId === pin.candidateId)))
  if (nothingFits) return 'No price while nothing fits.'
  if (dearest === undefined) return 'Its price is being worked out.'
  if (dearest.price === 0) return 'No better plan was found without it.'
  return <>Gives up <WhyFigure why={explainPin(dearest, words)}>{words.value(dearest.price)}</WhyFigure>.</>
}
