import type { NewPassage, NewPointAnswer, NewReview, NewSource, SourcePassage, SourceText, StrategyIntake, UnclearPoint } from '@throughline/contract/strategy'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { explanationFromWire, metricCell, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { WhyFigure } from '../../../ui/display/WhyFigure.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome } from '../../acts.ts'
import { AnswerPoint } from './parts/AnswerPoint.tsx'
import { Cite } from './parts/Cite.tsx'
import { ReadingDrawer } from './parts/ReadingDrawer.tsx'
import { Readings, Unclear } from './parts/Readings.tsx'
import { RecordSource } from './parts/RecordSource.tsx'
import { intakeWords as words } from './words.ts'

/** What is looked at: a document, a passage in it, and an objective whose reason is open. */
export type Looked = { readonly source?: string | undefined; readonly passage?: string | undefined; readonly objective?: string | undefined; readonly of?: string | undefined }
export type IntakeActs = { record(source: NewSource): Outcome; cite(passage: NewPassage): Outcome; withdraw(passage: SourcePassage): Outcome; review(review: NewReview): Outcome; answer(point: UnclearPoint, answer: NewPointAnswer): Outcome }
export type IntakeProps = { readonly reading: Reading<StrategyIntake>; readonly text: Reading<SourceText> | undefined; readonly looked: Looked; readonly may: { readonly edit: boolean; readonly decide: boolean }; readonly acts: IntakeActs; onLook(looked: Looked): void }

/** What the strategy was read from, how the reading of each objective stands, and what is unclear. */
export function IntakePage({ reading, text, looked, may, acts, onLook }: IntakeProps) {
  const [recording, setRecording] = useState(false)
  const [answering, setAnswering] = useState<UnclearPoint>()
  const intake = reading.state === 'full' ? reading.value : undefined
  const opened = intake?.items.find(({ objectiveId, of }) => objectiveId === looked.objective && (looked.of === undefined || of === looked.of))
  const recordButton = <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setRecording(true)}>Record a document</Button>
  return (
    <PageFrame title={words.title} note={words.note} actions={may.edit && intake && intake.sources.length > 0 && recordButton}>
      <Shown reading={reading} what="the strategy intake" lines={8}>
        {(value) => (
          <>
            {value.items.length > 0 && <Counts intake={value} />}
            <div className="grid items-start gap-4 min-[1100px]:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
              <div className="grid gap-4">{value.sources.length === 0 ? <EmptyState title={words.emptyTitle} actions={may.edit && recordButton}>{words.emptyWhy}</EmptyState> : <Document {...{ text, looked, onLook, acts }} intake={value} canCite={may.edit} />}</div>
              <div className="grid gap-4">
                <Readings items={value.items} onOpen={({ objectiveId: objective, of }) => onLook({ ...looked, objective, of })} />
                <Unclear points={value.unclear} onAnswer={may.edit ? setAnswering : undefined} />
              </div>
            </div>
          </>
        )}
      </Shown>
      {intake && recording && <RecordSource sources={intake.sources} onRecord={acts.record} onClose={() => setRecording(false)} />}
      {intake && answering && <AnswerPoint point={answering} passages={intake.items.find(({ objectiveId }) => objectiveId === answering.objectiveId)?.passages ?? []} onAnswer={acts.answer} onClose={() => setAnswering(undefined)} />}
      {intake && opened && !answering && <ReadingDrawer item={opened} asked={{ unclear: intake.unclear.filter(({ objectiveId }) => objectiveId === opened.objectiveId), settled: intake.settled.filter(({ objectiveId }) => objectiveId === opened.objectiveId) }} may={may} onAnswer={setAnswering} onShow={({ sourceId, id }) => onLook({ source: sourceId, passage: id })} onWithdraw={acts.withdraw} onReview={acts.review} onClose={() => onLook({ ...looked, objective: undefined, of: undefined })} />}
    </PageFrame>
  )
}

function Counts({ intake: { items, counts, unclear, cited } }: { readonly intake: StrategyIntake }) {
  const format = useFormat()
  const of = `of ${format.count(counts.objectives, 'objective', 'objectives')}`
  return (
    <FigureStrip label="How far the strategy was read">
      <Figure label="Confirmed" value={format.number(counts.confirmed, 0)} comparison={{ words: of }} />
      <Figure label="Uncited" value={format.number(counts.uncited, 0)} comparison={{ words: of }} />
      <Figure label="Changed since" value={format.number(counts.changed, 0)} comparison={{ words: 'Confirmed or questioned before' }} />
      <Figure label="Unclear points" value={format.number(unclear.length, 0)} comparison={{ words: `${format.count(items.filter(({ standing }) => standing === 'questioned').length, 'reading is', 'readings are')} questioned` }} />
      <Figure label="Text that is cited" value={cited.metric.status === 'ok' ? format.percent(cited.metric.value) : null} absent="No document" why={explanationFromWire(cited.why)} comparison={{ words: 'of documents without a later edition' }} />
    </FigureStrip>
  )
}

function Document({ intake: { sources, items }, text, looked, canCite, acts, onLook }: Pick<IntakeProps, 'text' | 'looked' | 'acts' | 'onLook'> & { readonly intake: StrategyIntake; readonly canCite: boolean }) {
  const format = useFormat()
  const source = sources.find(({ id }) => id === looked.source) ?? sources[0]
  if (!source) return null
  const { laterEdition: later, editionOf: earlier } = source
  return (
    <Card title="Document" note={<>Recorded by {source.recordedBy}, {format.instant(source.recordedAt)}</>}>
      <div className="grid gap-3">
        <Select label="Document" labelHidden value={source.id} options={sources.map(({ id, title, issuedOn }) => ({ value: id, label: `${title}, ${format.date(issuedOn)}` }))} onChange={(id) => onLook({ source: id })} />
        <p className="flex flex-wrap gap-x-4">
          <span className="figures">{format.count(source.characters, 'character', 'characters')}, {format.count(source.passages, 'passage', 'passages')}, <WhyFigure why={explanationFromWire(source.cited.why)}>{metricCell(source.cited.metric, (share) => format.percent(share))}</WhyFigure> cited</span>
          {later && <Button kind="link" onClick={() => onLook({ source: later.id })}>Later edition of {format.date(later.issuedOn)}</Button>}
          {earlier && <Button kind="link" onClick={() => onLook({ source: earlier.id })}>Edition before, {format.date(earlier.issuedOn)}</Button>}
        </p>
        {text && <Shown reading={text} what="the text" lines={12}>{(value) => <Cite key={value.id} source={value} items={items} canCite={canCite} shown={looked.passage} objective={looked.objective} onCite={acts.cite} />}</Shown>}
      </div>
    </Card>
  )
}
