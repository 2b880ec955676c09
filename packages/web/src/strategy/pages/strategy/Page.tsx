import type { Objective, Strategy } from '@throughline/contract/strategy'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { InitiativeChoices } from '../../../demand/index.ts'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { SourceBadge, StatusMark } from '../../../ui/display/Status.tsx'
import { Drawer } from '../../../ui/overlays/Dialog.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { StrategyActs } from '../../acts.ts'
import { ourReading } from '../../words.ts'
import { Bands } from './parts/Bands.tsx'
import { Dialogs, type Open } from './parts/Dialogs.tsx'
import { Gaps } from './parts/Gaps.tsx'
import { ObjectivePanel } from './parts/ObjectivePanel.tsx'
import { ObjectiveTable } from './parts/ObjectiveTable.tsx'
import { useWide } from './use-wide.ts'

export type StrategyProps = {
  readonly strategy: Reading<Strategy>
  readonly canEdit: boolean
  /** Initiatives that can be linked. */
  readonly initiatives: InitiativeChoices
  /** The objective that is looked at, from the address. */
  readonly selected: string | undefined
  readonly view: 'bands' | 'table'
  readonly today: string
  readonly acts: StrategyActs
  onSelect(objectiveId: string | undefined): void
  onView(view: 'bands' | 'table'): void
  /** The way to what is said about an objective. */
  discuss?(objective: Objective): ReactNode
  /** What an objective was read from, and whether that was confirmed. */
  readingOf?(objective: Objective): ReactNode
  /** What the value ledger has under an objective. */
  ledgerOf?(objective: Objective): ReactNode
  /** What an objective rests on. */
  assumptionsOf?(objective: Objective): ReactNode
  /** What of an objective is to be reached by a day. */
  milestonesOf?(objective: Objective): ReactNode
}

/** What the organisation wants, how it measures it, and what serves it. */
export function StrategyPage(props: StrategyProps) {
  const { strategy: reading, canEdit, view, onView } = props
  const [open, setOpen] = useState<Open>()
  const strategy = reading.state === 'full' ? reading.value : undefined
  const started = strategy !== undefined && strategy.perspectives.length > 0
  const actions = started && (
    <>
      <span className="button-group no-print">
        <Button aria-pressed={view === 'bands'} onClick={() => onView('bands')}>Bands</Button>
        <Button aria-pressed={view === 'table'} onClick={() => onView('table')}>Table</Button>
      </span>
      {canEdit && (
        <>
          <Button onClick={() => setOpen({ kind: 'strategy' })}>Change</Button>
          <Button onClick={() => setOpen({ kind: 'perspective' })}>Add perspective</Button>
          {strategy.objectives.length > 0 && <Button onClick={() => setOpen({ kind: 'weights' })}>Weights</Button>}
          <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ kind: 'objective' })}>Objective</Button>
        </>
      )}
    </>
  )
  return (
    <PageFrame title={strategy?.name || 'Strategy'} note={strategy?.mission} actions={actions}>
      <Shown reading={reading} what="the strategy" lines={8}>
        {(whole) => (whole.perspectives.length === 0 ? <Beginning canEdit={canEdit} onBegin={() => setOpen({ kind: 'perspective' })} /> : <Whole {...props} strategy={whole} onOpen={setOpen} />)}
      </Shown>
      {strategy && <Dialogs open={open} strategy={strategy} initiatives={props.initiatives} today={props.today} acts={props.acts} onClose={() => setOpen(undefined)} onDeselect={() => props.onSelect(undefined)} />}
    </PageFrame>
  )
}

const Beginning = ({ canEdit, onBegin }: { readonly canEdit: boolean; onBegin(): void }) => (
  <EmptyState title="There is no strategy yet" actions={canEdit && <Button kind="primary" onClick={onBegin}>Add a perspective</Button>}>
    A strategy has perspectives, such as customers or finance; each holds objectives with a weight, measures, and the initiatives that serve them.
  </EmptyState>
)

type WholeProps = Omit<StrategyProps, 'strategy'> & { readonly strategy: Strategy; onOpen(open: Open): void }

function Whole({ strategy, canEdit, selected, view, discuss, readingOf, ledgerOf, assumptionsOf, milestonesOf, onSelect, onOpen }: WholeProps) {
  const wide = useWide()
  const objective = strategy.objectives.find(({ id }) => id === selected)
  const choose = (id: string) => onSelect(id === selected ? undefined : id)
  const panel = objective && (
    <ObjectivePanel
      {...{ strategy, objective, canEdit }}
      discuss={discuss?.(objective)}
      reading={readingOf?.(objective)}
      ledger={ledgerOf?.(objective)}
      assumptions={assumptionsOf?.(objective)}
      milestones={milestonesOf?.(objective)}
      {...(wide ? { onClose: () => onSelect(undefined) } : {})}
      onEdit={() => onOpen({ kind: 'objective', objective })}
      onAddMeasure={() => onOpen({ kind: 'measure', objectiveId: objective.id })}
      onEditMeasure={(measure) => onOpen({ kind: 'measure', measure, objectiveId: objective.id })}
      onRecord={(measure) => onOpen({ kind: 'record', measure })}
      onWithdraw={(_, actual) => onOpen({ kind: 'withdraw', actual })}
      onAddContribution={() => onOpen({ kind: 'link', objectiveId: objective.id })}
      onEditContribution={(link) => onOpen({ kind: 'link', link })}
    />
  )
  return (
    <>
      <Standing strategy={strategy} canEdit={canEdit} onWeights={() => onOpen({ kind: 'weights' })} />
      <div className={panel && wide ? 'grid grid-cols-[minmax(0,1fr)_minmax(380px,440px)] items-start gap-4' : 'grid'}>
        {view === 'bands' ? <Bands {...{ strategy, selected, canEdit }} onSelect={choose} onEditPerspective={(perspective) => onOpen({ kind: 'perspective', perspective })} /> : <ObjectiveTable strategy={strategy} onSelect={choose} />}
        {panel && wide && <aside aria-label="Objective" tabIndex={0} className="card sticky top-4 max-h-[calc(100dvh-32px)] overflow-auto p-4">{panel}</aside>}
      </div>
      {panel && !wide && <Drawer open title="Objective" onClose={() => onSelect(undefined)}>{panel}</Drawer>}
      <Gaps {...{ strategy, canEdit }} onSelect={choose} onLink={(initiative) => onOpen({ kind: 'link', initiative })} />
    </>
  )
}

/** Where the strategy comes from, and whether its weights are complete. */
function Standing({ strategy, canEdit, onWeights }: { readonly strategy: Strategy; readonly canEdit: boolean; onWeights(): void }) {
  const format = useFormat()
  const complete = Math.abs(strategy.weightTotal - 1) < 1e-9
  if (strategy.origin === 'entered' && complete && !strategy.vision) return null
  return (
    <Card title={strategy.vision || 'Where this comes from'}>
      <div className="grid gap-2">
        {strategy.origin === 'our_reading' && <p className="max-w-[100ch] text-ink-2"><SourceBadge kind="derived" /> <strong className="font-semibold">{ourReading}.</strong> {strategy.sourceNote}</p>}
        {!complete && strategy.objectives.length > 0 && (
          <p className="flex flex-wrap items-center gap-3">
            <StatusMark tone="warn" word={`The weights sum to ${format.weight(strategy.weightTotal)}, not 100%`} />
            {canEdit && <Button kind="link" onClick={onWeights}>Set the weights</Button>}
          </p>
        )}
      </div>
    </Card>
  )
}
