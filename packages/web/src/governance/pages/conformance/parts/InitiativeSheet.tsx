import type { ConformanceDeviation, ConformanceEvidence, InitiativeConformance, JudgedElement } from '@throughline/contract/governance'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'
import { kindWords } from '../../../framework-words.ts'
import { outcomeLooks, tierWords } from '../words.ts'
import { Coaching } from './tables.tsx'

export type SheetActs = { onShow(key: string): void; onDeviate(key: string): void; onTakeAway(evidence: ConformanceEvidence): void; onTier(): void }
export type SheetProps = { readonly name: string; readonly reading: Reading<InitiativeConformance>; readonly may: { readonly edit: boolean; readonly change: boolean }; readonly acts: SheetActs; onClose(): void }

/** The tailored method of an initiative: what applies to it, what shows it, and what deviates. */
export function InitiativeSheet({ name, reading, may, acts, onClose }: SheetProps) {
  const format = useFormat()
  const found = reading.state === 'full' ? reading.value : undefined
  return (
    <Drawer open title={name} onClose={onClose} foot={may.edit && found && <Button onClick={acts.onTier}>Change the tier</Button>}>
      <Shown reading={reading} what="conformance" lines={6}>
        {({ initiative, framework, edition, lifecycle, tier, share, elements, evidence, deviations, on }) => (
          <div className="grid gap-5">
            <p><a href={places.initiative(initiative.id)}>Its page</a> · <a href={`/governance/frameworks?framework=${framework.id}`}>{framework.name}</a>, edition {edition}, {lifecycle} · {tierWords[tier]}</p>
            <p><WhyFigure why={explanationFromWire(share.why)}>{metricCell(share.metric, (one) => format.percent(one, 0))}</WhyFigure> of what was due by {format.date(on)}</p>
            <ol className="grid gap-3">
              {elements.map((one) => <Element key={one.element.key} judged={one} evidence={evidence.filter(({ key }) => key === one.element.key)} deviations={deviations.filter(({ key }) => key === one.element.key)} {...(may.change ? { acts } : {})} />)}
            </ol>
          </div>
        )}
      </Shown>
    </Drawer>
  )
}

type ElementProps = { readonly judged: JudgedElement; readonly evidence: readonly ConformanceEvidence[]; readonly deviations: readonly ConformanceDeviation[]; readonly acts?: SheetActs }
function Element({ judged: { element: { key, kind, name, says }, outcome, overtakenBy, coaching, library }, evidence, deviations, acts }: ElementProps) {
  const format = useFormat()
  const { tone, words } = outcomeLooks[outcome]
  const waits = deviations.some(({ state }) => state === 'waiting')
  return (
    <li className="border-t border-border pt-3">
      <div className="flex flex-wrap items-center gap-2"><span className="grow">{kindWords[kind]} {key}: {name}</span><StatusMark quiet tone={tone} word={words} /></div>
      {says && <span className="quiet block max-w-[80ch] whitespace-pre-line">{says}</span>}
      {overtakenBy && <span className="quiet block">{overtakenBy} was shown before it.</span>}
      {(outcome === 'missing' || outcome === 'out_of_order') && (coaching || library.length > 0) && <span className="block">Helped by <Coaching {...{ coaching, library }} /></span>}
      <ul>
        {evidence.map((one) => <li key={one.id}>{one.kind === 'event' ? 'Event' : 'Artefact'} of {format.date(one.on)}: {one.link ? <a href={one.link} target="_blank" rel="noreferrer">{one.words}</a> : one.words} <span className="quiet">{one.by}</span>{acts && <> <Button kind="link" aria-label={`Take away ${one.words}`} onClick={() => acts.onTakeAway(one)}>Take away</Button></>}</li>)}
        {deviations.map(({ id, state, reason, until, askedBy, answer }) => <li key={id}>Deviation {state === 'waiting' ? 'waits for an answer' : state}: {reason}{until && `, until ${format.date(until)}`} <span className="quiet">{askedBy}{answer && `; ${answer.by}, ${format.date(answer.at.slice(0, 10))}${answer.words ? `: ${answer.words}` : ''}`}</span></li>)}
      </ul>
      {acts && outcome !== 'advice' && <div className="mt-1 flex gap-2"><Button aria-label={`Give evidence of ${key}`} onClick={() => acts.onShow(key)}>Give evidence</Button>{!waits && outcome !== 'kept' && <Button kind="quiet" aria-label={`Ask to deviate from ${key}`} onClick={() => acts.onDeviate(key)}>Ask to deviate</Button>}</div>}
    </li>
  )
}
