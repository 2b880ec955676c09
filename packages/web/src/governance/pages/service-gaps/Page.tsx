import type { ServiceGaps } from '@throughline/contract/governance'
import { useState } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { GiveLevel, type GapActs } from './parts/GiveLevel.tsx'
import { GapsTable, LevelsTable, NeedsTable } from './parts/tables.tsx'
import { gapWords as words } from './words.ts'

export type ServiceGapsProps = { readonly reading: Reading<ServiceGaps>; readonly canEdit: boolean; readonly acts: GapActs }

/** Where the PMO falls short of what objectives need, what weighs most first. */
export function ServiceGapsPage({ reading, canEdit, acts }: ServiceGapsProps) {
  const [open, setOpen] = useState<'judge' | 'need'>()
  const close = () => setOpen(undefined)
  const found = reading.state === 'full' ? reading.value : undefined
  const actions = found && canEdit && <>
    {found.services.length > 0 && <Button onClick={() => setOpen('judge')}>Judge a service</Button>}
    {found.objectives.length > 0 && <Button kind="primary" onClick={() => setOpen('need')}>Say what is needed</Button>}
  </>
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <Shown reading={reading} what="service gaps" lines={8}>
        {(gaps) => (
          <>
            {gaps.gaps.length === 0 ? <EmptyState title={words.emptyTitle}>{words.emptyWhy}</EmptyState> : <><GapsTable gaps={gaps.gaps} /><NeedsTable gaps={gaps} /></>}
            <LevelsTable gaps={gaps} />
          </>
        )}
      </Shown>
      {found && open === 'judge' && <GiveLevel title="Judge a service" thing="Service" things={found.services.map(({ id, name, levels }) => ({ id, name, given: levels }))} act={(serviceId, given) => acts.judge({ serviceId, ...given })} onClose={close} />}
      {found && open === 'need' && <GiveLevel title="Say what is needed" thing="Objective" things={found.objectives.map(({ id, statement: name, needs }) => ({ id, name, given: needs }))} act={(objectiveId, given) => acts.need({ objectiveId, ...given })} onClose={close} />}
    </PageFrame>
  )
}
