import type { MilestoneMonitor, StrategicMilestone } from '@throughline/contract/delivery'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { MilestoneActs } from './acts.ts'
import { Contributors } from './parts/Contributors.tsx'
import { Forecast } from './parts/Forecast.tsx'
import { MilestoneDialog, ReachedDialog, RemoveMilestone, type MilestoneSetting } from './parts/MilestoneDialog.tsx'
import { Overview } from './parts/Overview.tsx'
import { milestoneWords as words } from '../../milestone-words.ts'

export type MilestonesProps = MilestoneSetting & {
  readonly reading: Reading<MilestoneMonitor>
  /** The milestone that was chosen; the first without. */
  readonly chosen: string | undefined
  onChoose(id: string): void
  readonly acts: MilestoneActs
  readonly canEdit: boolean
  readonly discuss?: (milestone: StrategicMilestone) => ReactNode
}
type Open = { readonly form: 'add' } | { readonly form: 'change' | 'reached' | 'remove'; readonly milestone: StrategicMilestone }

/** What objectives are to have reached by a day, with when the initiatives behind it are over, from P10 to P90. */
export function MilestonesPage({ reading, chosen, onChoose, acts, canEdit, discuss, ...setting }: MilestonesProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const adding = canEdit && setting.objectives.length > 0 && <Button kind="primary" onClick={() => setOpen({ form: 'add' })}>Add a milestone</Button>
  return (
    <PageFrame title={words.title} note={words.note} actions={adding}>
      <Shown reading={reading} what="strategic milestones" lines={8}>
        {(monitor) => {
          const milestone = monitor.milestones.find(({ id }) => id === chosen) ?? monitor.milestones[0]
          if (!milestone) return <EmptyState title={words.emptyTitle} actions={setting.objectives.length === 0 ? <a className="button" data-kind="secondary" href="/strategy">Open the strategy</a> : adding}>{setting.objectives.length === 0 ? words.noObjective : words.emptyWhy}</EmptyState>
          return (
            <>
              <Overview milestones={monitor.milestones} chosen={milestone.id} onChoose={onChoose} />
              <Forecast {...{ milestone, monitor }} actions={<span className="flex flex-wrap gap-1">{discuss?.(milestone)}{canEdit && <MilestoneActions milestone={milestone} onOpen={(form) => setOpen({ form, milestone })} />}</span>} />
              <Contributors milestone={milestone} />
            </>
          )
        }}
      </Shown>
      {(open?.form === 'add' || open?.form === 'change') && <MilestoneDialog acts={acts} milestone={open.form === 'change' ? open.milestone : undefined} {...setting} onClose={close} />}
      {open?.form === 'reached' && <ReachedDialog milestone={open.milestone} acts={acts} onClose={close} />}
      {open?.form === 'remove' && <RemoveMilestone milestone={open.milestone} acts={acts} onClose={close} />}
    </PageFrame>
  )
}

const MilestoneActions = ({ milestone: { name, reachedOn }, onOpen }: { readonly milestone: StrategicMilestone; onOpen(form: 'change' | 'reached' | 'remove'): void }) => (
  <>
    <Button kind="quiet" aria-label={`Change ${name}`} onClick={() => onOpen('change')}>Change</Button>
    <Button kind="quiet" aria-label={`${reachedOn === null ? 'Say that it was reached' : 'Change when it was reached'}: ${name}`} onClick={() => onOpen('reached')}>{reachedOn === null ? 'Reached' : 'When it was reached'}</Button>
    <Button kind="quiet" aria-label={`Remove ${name}`} onClick={() => onOpen('remove')}>Remove</Button>
  </>
)
