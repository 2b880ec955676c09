import type { ActualRecord, BatchRow, Measure, MeasureDetail, MeasureSettings } from '@throughline/contract/strategy'
import type { CounterfactualLine, MeasureEvent } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { ClipboardPaste } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { explanationFromWire, metricCell, places, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { entriesAddress } from '../../../value/index.ts'
import { Shown, type Reading } from '../../../wire/index.ts'
import { dueLooks, periodWords, roughText, valueText } from '../../measure-words.ts'
import { LoadActuals, type LoadActs } from '../../parts/LoadActuals.tsx'
import { actualStateWords, directionWords, frequencyWords, levelWords, statusLooks } from '../../words.ts'
import { Causes } from './parts/Causes.tsx'
import { SignalChart } from './parts/SignalChart.tsx'
import { CourseChart } from './parts/CourseChart.tsx'
import { EditKeyResult } from './parts/EditKeyResult.tsx'
import { EditSheet, Sheet } from './parts/Sheet.tsx'
import { PlanAndPeers } from './parts/PlanAndPeers.tsx'
import { RecordParts } from './parts/RecordParts.tsx'
import { Records } from './parts/Records.tsx'

export type MeasureActs = {
  approve(record: ActualRecord): Promise<Result<unknown, Problem>>
  withdraw(record: ActualRecord): Promise<Result<unknown, Problem>>
  /** Records an actual with what it is made of. */
  recordParts(actual: BatchRow): Promise<Result<unknown, Problem>>
  set(measure: Measure, settings: Partial<MeasureSettings>): Promise<Result<unknown, Problem>>
}

export type MeasureProps = { readonly detail: Reading<MeasureDetail>; /** The way without the initiatives; undefined until it is known. */ readonly without?: CounterfactualLine | undefined; /** What happened around it; undefined until it is known. */ readonly events?: readonly MeasureEvent[] | undefined; readonly load: LoadActs; readonly acts: MeasureActs; /** The account at the screen. */ readonly me: string | undefined; readonly canRecord: boolean; readonly canEdit: boolean; readonly discuss?: ReactNode; /** Why it changed between two periods. */ readonly changes?: (detail: MeasureDetail) => ReactNode; /** What people say of it, beside what was recorded. */ readonly notes?: (detail: MeasureDetail) => ReactNode }

/** One measure: where it stands, how it came there, what is signal, and what was believed when. */
export function MeasurePage({ detail: reading, without, events, load, acts, me, canRecord, canEdit, discuss, changes, notes }: MeasureProps) {
  const [open, setOpen] = useState<'load' | 'parts' | 'plan' | 'result' | 'sheet'>()
  const detail = reading.state === 'full' ? reading.value : undefined
  const actions = detail && (
    <>
      <a className="button" data-kind="secondary" href={places.sight('measure', detail.row.id)}>Line of sight</a>
      {detail && without?.registered && <a className="button" data-kind="secondary" href={entriesAddress({ measure: detail.row.id })}>Entries in the ledger</a>}
      {discuss}
      {canEdit && me && <Button onClick={() => void acts.set(detail.measure, { reporterId: detail.row.reporter?.id === me ? null : me })}>{detail.row.reporter?.id === me ? 'Report it no longer' : 'Report it myself'}</Button>}
      {canEdit && <Button onClick={() => setOpen('plan')}>Plan and peers</Button>}
      {canEdit && <Button onClick={() => setOpen('result')}>Key result</Button>}
      {canEdit && <Button onClick={() => setOpen('sheet')}>Definition sheet</Button>}
      {canRecord && <Button onClick={() => setOpen('parts')}>Record with parts</Button>}
      {canRecord && <Button kind="primary" icon={<ClipboardPaste aria-hidden="true" />} onClick={() => setOpen('load')}>Record actuals</Button>}
    </>
  )
  return (
    <PageFrame title={detail?.row.name ?? 'Measure'} note={detail && <>{detail.row.objective}{detail.row.owner && ` · ${detail.row.owner}`}{detail.row.reporter && ` · reported by ${detail.row.reporter.name}`}</>} actions={actions}>
      <Shown reading={reading} what="the measure" lines={8}>
        {(whole) => (
          <>
            <Standing detail={whole} />
            <div className="grid items-start gap-4 xl:grid-cols-2">
              <CourseChart detail={whole} without={without} />
              <SignalChart detail={whole} />
            </div>
            {events && <Causes detail={whole} events={events} />}
            {changes?.(whole)}
            <Sheet measure={whole.measure} />
            {notes?.(whole)}
            <Records detail={whole} canRecord={canRecord} acts={acts} />
          </>
        )}
      </Shown>
      {detail && open === 'load' && <LoadActuals measure={detail.row} acts={load} onClose={() => setOpen(undefined)} />}
      {detail && open === 'parts' && <RecordParts detail={detail} onRecord={acts.recordParts} onClose={() => setOpen(undefined)} />}
      {detail && open === 'result' && <EditKeyResult measure={detail.measure} onSave={(settings) => acts.set(detail.measure, settings)} onClose={() => setOpen(undefined)} />}
      {detail && open === 'sheet' && <EditSheet measure={detail.measure} onSave={(settings) => acts.set(detail.measure, settings)} onClose={() => setOpen(undefined)} />}
      {detail && open === 'plan' && <PlanAndPeers measure={detail.measure} onSave={(settings) => acts.set(detail.measure, settings)} onClose={() => setOpen(undefined)} />}
    </PageFrame>
  )
}

function Standing({ detail: { row, measure, baselineDoubt } }: { readonly detail: MeasureDetail }) {
  const format = useFormat()
  const value = (text: string) => valueText(format, row.unit, Number(text))
  const { target, settings } = measure
  return (
    <>
      <FigureStrip label="Where it stands">
        <Figure label="Latest" value={row.latest && value(row.latest.value)} absent="Not measured" comparison={row.latest ? { words: `${format.date(row.latest.on)}, ${actualStateWords[row.latest.state]}` } : { words: 'Nothing has been measured: that is not zero' }} />
        <Figure label="Expected then" value={row.expected.metric.status === 'ok' ? roughText(format, row.unit, row.expected.metric.value) : null} absent={metricCell(row.expected.metric, String)} why={explanationFromWire(row.expected.why)} />
        <Figure label="Attained" value={row.attainment.metric.status === 'ok' ? format.percent(row.attainment.metric.value) : null} absent={metricCell(row.attainment.metric, String)} why={explanationFromWire(row.attainment.why)} comparison={{ words: goalWords(row.direction, target, settings, value) }} />
        <div className="figure">
          <span className="figure-label">Status</span>
          <div className="figure-row"><StatusMark tone={statusLooks[row.status].tone} word={statusLooks[row.status].words} /></div>
          <span className="figure-note">{row.due ? `${dueLooks[row.due.standing].words}: ${periodWords(format, row.due.period)}, due ${format.date(row.due.dueOn)}` : frequencyWords[row.frequency]}</span>
        </div>
      </FigureStrip>
      <p className="quiet max-w-[100ch]">{[measure.definition, levelWords[row.level], directionWords[row.direction], frequencyWords[row.frequency], measure.dataSource].filter(Boolean).join(' · ')}</p>
      {row.sameAs.length > 0 && <p><StatusMark tone="warn" word={`The same fact as ${row.sameAs.map(({ name }) => name).join(', ')}: its movement is counted once`} /></p>}
      {baselineDoubt === 'outside_limits' && <p><StatusMark tone="warn" word="The baseline lies outside what was usual before it: the measure may fall back by itself" /></p>}
      {baselineDoubt === 'too_few_points' && <p className="quiet">Fewer than six points stand before the baseline, so nobody can tell whether it was a usual one.</p>}
    </>
  )
}

/** From where to where: `from 27% to 85%`, or the band or level that is to be kept. */
function goalWords(direction: Measure['direction'], { baseline, target }: Measure['target'], { band }: MeasureSettings, value: (text: string) => string): string {
  const start = baseline === null ? 'no baseline' : `from ${value(baseline)}`
  if (direction === 'range' || direction === 'maintain') return band === null ? 'no band' : direction === 'range' ? `${start}, to stay within ${value(band.low)} and ${value(band.high)}` : `${start}, to keep ${value(band.low)}`
  return `${start} to ${target === null ? 'no target' : value(target)}`
}
