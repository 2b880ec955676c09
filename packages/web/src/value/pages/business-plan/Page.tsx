import type { BusinessPlan, FreeBenefit, PlanLine } from '@throughline/contract/value'
import type { PlanStage } from '@throughline/engine/value'
import { useState } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { Tabs } from '../../../ui/controls/Tabs.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { PlanActs } from './acts.ts'
import { FreeBenefits } from './parts/FreeBenefits.tsx'
import { LineDialog, RemoveLine, type LineSetting } from './parts/LineDialog.tsx'
import { LinkDialog } from './parts/LinkDialog.tsx'
import { LoadPlan } from './parts/LoadPlan.tsx'
import { PlanLines } from './parts/PlanLines.tsx'
import { Totals } from './parts/Totals.tsx'
import { planWords as words, stageChoices } from './words.ts'

export type BusinessPlanProps = LineSetting & {
  readonly reading: Reading<BusinessPlan>
  readonly stage: PlanStage
  onStage(stage: PlanStage): void
  /** The line that is looked for, as a link names it; all of them without. */
  readonly line: string | undefined
  onLine(line: string | undefined): void
  readonly acts: PlanActs
  readonly canWrite: boolean
  readonly canLink: boolean
}
type Open = { readonly form: 'add' | 'list' } | { readonly form: 'change' | 'remove'; readonly line: PlanLine } | { readonly form: 'link'; readonly benefit: FreeBenefit; readonly from?: PlanLine }

/** What the plan moves, how much of it benefits deliver, and what nobody delivers; lines and links are kept here. */
export function BusinessPlanPage({ reading, stage, onStage, line, onLine, acts, canWrite, canLink, departments, objectives, currency }: BusinessPlanProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const link = canLink ? (benefit: FreeBenefit, from?: PlanLine) => setOpen({ form: 'link', benefit, ...(from ? { from } : {}) }) : undefined
  const adding = canWrite && <><Button onClick={() => setOpen({ form: 'list' })}>Paste or load a list</Button><Button kind="primary" onClick={() => setOpen({ form: 'add' })}>Add a line</Button></>
  return (
    <PageFrame title={words.title} note={words.note} actions={adding}>
      <Shown reading={reading} what="the business plan" lines={8}>
        {(plan) => (plan.lines.length === 0 ? <EmptyState title={words.emptyTitle}>{words.emptyWhy}</EmptyState> : (
          <>
            <Tabs label="What of benefits is held against it" tabs={stageChoices} selected={stage} onSelect={onStage}>
              <div className="grid gap-4">
                <Totals totals={plan.totals} />
                <PlanLines stage={stage} lines={plan.lines.filter(({ id }) => line === undefined || id === line)} onAll={line === undefined ? undefined : () => onLine(undefined)} onChange={canWrite ? (one) => setOpen({ form: 'change', line: one }) : undefined} onRemove={canWrite ? (one) => setOpen({ form: 'remove', line: one }) : undefined} onLink={link} />
              </div>
            </Tabs>
            {plan.free.length > 0 && <FreeBenefits benefits={plan.free} onLink={link} />}
          </>
        ))}
      </Shown>
      {open?.form === 'list' && <LoadPlan acts={acts} onClose={close} />}
      {(open?.form === 'add' || open?.form === 'change') && <LineDialog acts={acts} line={open.form === 'change' ? open.line : undefined} {...{ departments, objectives, currency }} onClose={close} />}
      {open?.form === 'remove' && <RemoveLine line={open.line} acts={acts} onClose={close} />}
      {open?.form === 'link' && reading.state === 'full' && <LinkDialog benefit={open.benefit} from={open.from} lines={reading.value.lines} acts={acts} onClose={close} />}
    </PageFrame>
  )
}
