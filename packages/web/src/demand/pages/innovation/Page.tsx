import type { ChangePlan, Experiment, Innovation } from '@throughline/contract/demand'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { explanationFromWire, metricText, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { InitiativeChoices } from '../../find-initiatives.ts'
import type { Choice, InnovationActs } from './acts.ts'
import { BeginPlan, CompleteStep } from './parts/change-forms.tsx'
import { ChangePlans } from './parts/ChangePlans.tsx'
import { DesignExperiment, EndExperiment, RaiseCap } from './parts/experiment-forms.tsx'
import { Adopted, ExperimentsTable, TriedTable } from './parts/tables.tsx'
import { innovationWords as words } from './words.ts'

export type InnovationProps = { readonly reading: Reading<Innovation>; readonly may: boolean; readonly currency: string; readonly members: readonly Choice[]; readonly initiatives: InitiativeChoices; readonly acts: InnovationActs }
type Open = { readonly form: 'design'; readonly ideaId?: string } | { readonly form: 'raise' | 'end'; readonly experiment: Experiment } | { readonly form: 'plan' } | { readonly form: 'step'; readonly plan: ChangePlan; readonly step: number }

/** What trying out ideas costs and teaches, and how what was adopted is brought to people. */
export function InnovationPage({ reading, may, currency, members, initiatives, acts }: InnovationProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const innovation = reading.state === 'full' ? reading.value : undefined
  const actions = <>
    <a className="button" data-kind="secondary" href="/demand/ideas">Ideas</a>
    {innovation && may && innovation.tried.length > 0 && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'design' })}>Design an experiment</Button>}
  </>
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <Shown reading={reading} what="experiments" lines={8}>
        {(value) => (
          <>
            {value.experiments.length === 0 && value.tried.length === 0 ? <EmptyState title={words.emptyTitle}>{words.emptyWhy}</EmptyState> : (
              <>
                <Account innovation={value} />
                <TriedTable tried={value.tried} onDesign={may ? (ideaId) => setOpen({ form: 'design', ideaId }) : undefined} />
                <ExperimentsTable innovation={value} onRaise={may ? (experiment) => setOpen({ form: 'raise', experiment }) : undefined} onEnd={may ? (experiment) => setOpen({ form: 'end', experiment }) : undefined} />
                <Adopted adopted={value.adopted} />
              </>
            )}
            <ChangePlans innovation={value} onBegin={may ? () => setOpen({ form: 'plan' }) : undefined} onComplete={may ? (plan, step) => setOpen({ form: 'step', plan, step }) : undefined} />
          </>
        )}
      </Shown>
      {open?.form === 'design' && innovation && <DesignExperiment tried={innovation.tried} ideaId={open.ideaId} currency={currency} acts={acts} onClose={close} />}
      {open?.form === 'raise' && <RaiseCap experiment={open.experiment} currency={currency} acts={acts} onClose={close} />}
      {open?.form === 'end' && <EndExperiment experiment={open.experiment} currency={currency} acts={acts} onClose={close} />}
      {open?.form === 'plan' && innovation && <BeginPlan templates={innovation.templates} members={members} initiatives={initiatives} acts={acts} onClose={close} />}
      {open?.form === 'step' && <CompleteStep plan={open.plan} step={open.step} acts={acts} onClose={close} />}
    </PageFrame>
  )
}

function Account({ innovation: { killRate, learningRate, costPerLearning, spent, atStake } }: { readonly innovation: Innovation }) {
  const format = useFormat()
  const share = ({ metric }: Innovation['killRate']) => (metric.status === 'ok' ? format.percent(metric.value, 0) : null)
  const amount = ({ metric }: Innovation['spent']) => (metric.status === 'ok' ? format.moneyShort(metric.value) : null)
  /** What is withheld is not called nothing. */
  const unless = ({ metric }: Innovation['spent'], nothing: string) => (metric.status === 'undefined' && metric.reason === 'WITHHELD' ? metricText(metric, String) : nothing)
  return (
    <FigureStrip label="What trying out comes to">
      <Figure label="Kill rate" value={share(killRate)} absent="None is decided" why={explanationFromWire(killRate.why)} comparison={{ words: 'of ideas that were tried out and are decided' }} />
      <Figure label="Learning rate" value={share(learningRate)} absent="None has ended" why={explanationFromWire(learningRate.why)} comparison={{ words: 'of experiments that ended' }} />
      <Figure label="Cost of a validated learning" value={amount(costPerLearning)} absent={unless(costPerLearning, 'Nothing learned yet')} why={explanationFromWire(costPerLearning.why)} comparison={{ words: spent.metric.status === 'ok' ? `${format.moneyShort(spent.metric.value)} spent` : 'Amounts are withheld from you' }} />
      <Figure label="At stake" value={amount(atStake)} absent={unless(atStake, 'No figure')} why={explanationFromWire(atStake.why)} comparison={{ words: 'what running experiments may cost at most' }} />
    </FigureStrip>
  )
}
