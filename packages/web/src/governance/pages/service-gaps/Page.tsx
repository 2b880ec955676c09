import type { CapabilityArea, ServiceGaps, ServiceStep } from '@throughline/contract/governance'
import { useState } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { GiveLevel, type GapActs } from './parts/GiveLevel.tsx'
import { Roadmap } from './parts/Roadmap.tsx'
import { DropStep, StepForm, type StepActs, type StepChoices } from './parts/StepForm.tsx'
import { GapsTable, LevelsTable, NeedsTable } from './parts/tables.tsx'
import { gapWords as words } from './words.ts'

export type ServiceGapsProps = { readonly reading: Reading<ServiceGaps>; readonly canEdit: boolean; readonly acts: GapActs & StepActs; readonly choices: Omit<StepChoices, 'services'> }
type Open = { readonly form: 'judge' | 'need' } | { readonly form: 'step'; readonly step?: ServiceStep; readonly area?: CapabilityArea } | { readonly form: 'drop'; readonly step: ServiceStep }

/** Where the PMO falls short of what objectives need, what weighs most first, and the steps that close it. */
export function ServiceGapsPage({ reading, canEdit, acts, choices }: ServiceGapsProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const found = reading.state === 'full' ? reading.value : undefined
  const actions = found && canEdit && (found.gaps.length > 0 || found.services.length > 0) && <>
    {found.services.length > 0 && <Button onClick={() => setOpen({ form: 'step' })}>Plan a step</Button>}
    {found.services.length > 0 && <Button onClick={() => setOpen({ form: 'judge' })}>Judge a service</Button>}
    {found.gaps.length > 0 && found.objectives.length > 0 && <Button kind="primary" onClick={() => setOpen({ form: 'need' })}>Say what is needed</Button>}
  </>
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <Shown reading={reading} what="service gaps" lines={8}>
        {(gaps) => (
          <>
            {gaps.gaps.length === 0 ? <EmptyState title={words.emptyTitle} actions={canEdit && <WayOn gaps={gaps} onNeed={() => setOpen({ form: 'need' })} />}>{words.emptyWhy}</EmptyState> : <GapsTable gaps={gaps.gaps} onPlan={canEdit && gaps.services.length > 0 ? (area) => setOpen({ form: 'step', area }) : undefined} />}
            {(gaps.gaps.length > 0 || gaps.steps.length > 0) && <Roadmap steps={gaps.steps} canEdit={canEdit} onChange={(step) => setOpen({ form: 'step', step })} onDrop={(step) => setOpen({ form: 'drop', step })} />}
            {gaps.gaps.length > 0 && <NeedsTable gaps={gaps} />}
            <LevelsTable gaps={gaps} />
          </>
        )}
      </Shown>
      {found && open?.form === 'judge' && <GiveLevel title="Judge a service" thing="Service" things={found.services.map(({ id, name, levels }) => ({ id, name, given: levels }))} act={(serviceId, given) => acts.judge({ serviceId, ...given })} onClose={close} />}
      {found && open?.form === 'need' && <GiveLevel title="Say what is needed" thing="Objective" things={found.objectives.map(({ id, statement: name, needs }) => ({ id, name, given: needs }))} act={(objectiveId, given) => acts.need({ objectiveId, ...given })} onClose={close} />}
      {found && open?.form === 'step' && <StepForm key={open.step?.id} step={open.step} area={open.area} services={found.services} {...choices} acts={acts} onClose={close} />}
      {open?.form === 'drop' && <DropStep step={open.step} acts={acts} onClose={close} />}
    </PageFrame>
  )
}

/** What comes first where nothing is said yet: objectives and services have to be there before one can say what they need and give. */
function WayOn({ gaps: { objectives, services }, onNeed }: { readonly gaps: ServiceGaps; onNeed(): void }) {
  return <>
    {objectives.length > 0 ? <Button kind="primary" onClick={onNeed}>Say what is needed</Button> : <a className="button" data-kind="secondary" href="/strategy">Write down objectives</a>}
    {services.length === 0 && <a className="button" data-kind="secondary" href="/governance/services">Publish a service</a>}
  </>
}
