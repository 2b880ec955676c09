import type { MixPeriod, ServiceMix } from '@throughline/contract/governance'
import type { Problem } from '@throughline/contract/wire'
import { grains, type Grain } from '@throughline/engine/capacity'
import { useState } from 'react'
import { explanationFromWire, metricText, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { ProblemNote, Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome } from '../../outcome.ts'
import { RecordHours, SetTarget, type MixActs } from './parts/forms.tsx'
import { CostsTable, HoursChart, SharesTable, ShiftCard, TargetsList, UseTable, WorkTable } from './parts/tables.tsx'
import { grainWords, mixWords as words } from './words.ts'

export type ServiceMixProps = {
  readonly reading: Reading<ServiceMix>; readonly canEdit: boolean; readonly grain: Grain; onGrain(grain: Grain): void; readonly currency: string; readonly today: string
  /** Services that are offered: hours can be recorded for them. */
  readonly services: readonly { readonly id: string; readonly name: string }[]
  readonly acts: MixActs
}

/** How the work of the PMO divides, period by period, against the target. */
export function ServiceMixPage({ reading, canEdit, grain, onGrain, currency, today, services, acts }: ServiceMixProps) {
  const [open, setOpen] = useState<'hours' | 'target'>()
  const [problem, setProblem] = useState<Problem>()
  const close = () => setOpen(undefined)
  const take = async (outcome: Outcome) => {
    const done = await outcome
    setProblem(done.ok ? undefined : done.refusal)
  }
  const actions = <>
    <Select<Grain> label="Periods" labelHidden value={grain} options={grains.map((value) => ({ value, label: grainWords[value] }))} onChange={onGrain} />
    {canEdit && <Button onClick={() => setOpen('target')}>Set a target</Button>}
    {canEdit && <Button kind="primary" onClick={() => setOpen('hours')}>Record hours</Button>}
  </>
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <ProblemNote problem={problem} />
      <Shown reading={reading} what="the service mix" lines={8}>
        {(mix) => {
          const last = mix.periods.at(-1)
          return last === undefined
            ? <><EmptyState title={words.emptyTitle}>{words.emptyWhy}</EmptyState>{mix.targets.length > 0 && <TargetsList targets={mix.targets} />}</>
            : <>
                <Latest period={last} />
                <HoursChart periods={mix.periods} />
                <SharesTable mix={mix} />
                {mix.shift && <ShiftCard shift={mix.shift} label={last.period.label} />}
                <CostsTable periods={mix.periods} />
                <UseTable use={mix.use} />
                <TargetsList targets={mix.targets} />
                <WorkTable mix={mix} currency={currency} canEdit={canEdit} onRemove={(one) => void take(acts.remove(one))} />
              </>
        }}
      </Shown>
      {open === 'hours' && <RecordHours services={services} currency={currency} today={today} acts={acts} onClose={close} />}
      {open === 'target' && <SetTarget today={today} acts={acts} onClose={close} />}
    </PageFrame>
  )
}

/** The latest period with work. */
function Latest({ period: { period, hours, mandated, nonMandated, unclassified, target, gap } }: { readonly period: MixPeriod }) {
  const format = useFormat()
  const figure = (label: string, { metric, why }: MixPeriod['mandated'], comparison: string) => (
    <Figure label={`${label}, ${period.label}`} value={metric.status === 'ok' ? format.percent(metric.value, 1) : null} absent={metricText(metric, String)} why={explanationFromWire(why)} comparison={{ words: comparison }} />
  )
  const against = target.status !== 'ok' ? 'no target was set' : gap.metric.status === 'ok' ? `${format.points(gap.metric.value / 100)} against the target of ${format.percent(target.value, 1)}` : ''
  return (
    <FigureStrip label="The latest period">
      {figure('Mandated', mandated, `of ${format.number(Number(hours))} hours`)}
      {figure('Non-mandated', nonMandated, against)}
      {figure('Of no service', unclassified, 'counts for neither side')}
    </FigureStrip>
  )
}
