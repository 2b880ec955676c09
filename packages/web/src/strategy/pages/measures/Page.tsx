import type { ActualBatch, MeasureList, MeasureRow } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { ClipboardPaste } from 'lucide-react'
import { useState } from 'react'
import { useFormat, type Format } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { measurePlaces } from '../../measure-words.ts'
import { LoadActuals, type LoadActs } from '../../parts/LoadActuals.tsx'
import { levelWords, horizonWords } from '../../words.ts'
import { Batches } from './parts/Batches.tsx'
import { MeasureBands } from './parts/MeasureBands.tsx'
import { Scorecard } from './parts/Scorecard.tsx'

export type MeasuresProps = {
  readonly measures: Reading<MeasureList>
  readonly batches: Reading<readonly ActualBatch[]>
  readonly canRecord: boolean
  readonly view: 'list' | 'scorecard'
  readonly level: MeasureRow['level'] | undefined
  readonly horizon: MeasureRow['horizon'] | undefined
  /** The strategy of a unit that is looked at; the organisation’s own where none is named. */
  readonly of: string | undefined
  readonly load: LoadActs
  onShow(what: Readonly<Record<string, string | undefined>>): void
  onUndo(batchId: string): Promise<Result<unknown, Problem>>
}

export const isLevel = (word: string | undefined): word is MeasureRow['level'] => word !== undefined && Object.hasOwn(levelWords, word)
export const isHorizon = (word: string | undefined): word is MeasureRow['horizon'] => word !== undefined && Object.hasOwn(horizonWords, word)

/** What the organisation measures: by perspective with its course, or as a scorecard against what was planned. */
export function MeasuresPage({ measures: reading, batches, canRecord, view, level, horizon, of, load, onShow, onUndo }: MeasuresProps) {
  const format = useFormat()
  const [loading, setLoading] = useState(false)
  const list = reading.state === 'full' ? reading.value : undefined
  const actions = list && list.measures.length > 0 && (
    <>
      {list.units.length > 0 && <Select label="Whose" labelHidden value={scoredOf(list, of)?.id ?? ''} options={[{ value: '', label: 'The organisation' }, ...list.units.map(({ id, name, unit }) => ({ value: id, label: unit ?? name }))]} onChange={(word) => onShow({ of: word || undefined })} />}
      <span className="button-group no-print">
        <Button aria-pressed={view === 'list'} onClick={() => onShow({ view: undefined })}>List</Button>
        <Button aria-pressed={view === 'scorecard'} onClick={() => onShow({ view: 'scorecard' })}>Scorecard</Button>
      </span>
      <Select label="Level" labelHidden value={level ?? ''} options={[{ value: '', label: 'All levels' }, ...choices(levelWords)]} onChange={(word) => onShow({ level: word || undefined })} />
      <Select label="Horizon" labelHidden value={horizon ?? ''} options={[{ value: '', label: 'Short and long term' }, ...choices(horizonWords)]} onChange={(word) => onShow({ horizon: word || undefined })} />
      {canRecord && <a className="button" href={measurePlaces.updates}>My updates</a>}
      {canRecord && <Button kind="primary" icon={<ClipboardPaste aria-hidden="true" />} onClick={() => setLoading(true)}>Record actuals</Button>}
    </>
  )
  return (
    <PageFrame title={view === 'scorecard' ? 'Scorecard' : 'Measures'} note={list && noteOf(measuresOf(list, of), format)} actions={actions}>
      <Shown reading={reading} what="the measures" lines={8}>
        {(whole) => {
          if (whole.measures.length === 0) return <EmptyState title="Nothing is measured yet" actions={<a className="button" data-kind="primary" href="/strategy">Strategy</a>}>Measures belong to objectives: open one and add a measure with its baseline and target.</EmptyState>
          const unit = scoredOf(whole, of)
          const measures = measuresOf(whole, of).filter((one) => (level === undefined || one.level === level) && (horizon === undefined || one.horizon === horizon))
          const ids = new Set(measures.map(({ id }) => id))
          const shown = { ...whole, ...unit, measures, warned: whole.warned.filter(({ kind, id, strategy }) => strategy?.id === unit?.id && (kind !== 'measure' || ids.has(id))) }
          return view === 'scorecard' ? <Scorecard list={shown} /> : <MeasureBands list={shown} />
        }}
      </Shown>
      {view === 'list' && batches.state === 'full' && <Batches batches={batches.value} canUndo={canRecord} onUndo={onUndo} />}
      {loading && <LoadActuals acts={load} onClose={() => setLoading(false)} />}
    </PageFrame>
  )
}

/** The strategy of a unit by its id, where it is measured by anything. */
const scoredOf = ({ units }: MeasureList, id: string | undefined) => units.find((one) => one.id === id)

/** The measures of that strategy, or of the organisation. */
const measuresOf = (list: MeasureList, of: string | undefined) => list.measures.filter(({ strategy }) => strategy?.id === scoredOf(list, of)?.id)

/** How many there are, and how many of them nobody has measured: what is undefined is said first. */
function noteOf(measures: MeasureList['measures'], format: Format): string {
  const [unmeasured, late] = [measures.filter(({ latest }) => latest === null).length, measures.filter(({ due }) => due?.standing === 'late').length]
  return [format.count(measures.length, 'measure', 'measures'), unmeasured > 0 ? `${unmeasured} never measured` : '', late > 0 ? `${late} late` : ''].filter(Boolean).join(', ')
}

const choices = <Key extends string>(words: Readonly<Record<Key, string>>) => (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }))
