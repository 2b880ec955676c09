import type { DividedBenefit, NewSplit, StakeholderValue } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import type { ClassValueStage } from '@throughline/engine/value'
import { useState } from 'react'
import { Tabs } from '../../../ui/controls/Tabs.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { DividedBenefits } from './parts/DividedBenefits.tsx'
import { Neglected } from './parts/Neglected.tsx'
import { SplitBenefit } from './parts/SplitBenefit.tsx'
import { UnitClasses } from './parts/UnitClasses.tsx'
import { stageChoices, stageLabels, stakeholderWords as words } from './words.ts'

export type StakeholdersProps = {
  readonly reading: Reading<StakeholderValue>
  readonly stage: ClassValueStage
  onStage(stage: ClassValueStage): void
  readonly canSay: boolean
  onSay(split: NewSplit): Promise<Result<unknown, Problem>>
}

/** Whom value goes to: who is neglected, who gains and who bears what in each unit of account, and what was said of each benefit. */
export function StakeholdersPage({ reading, stage, onStage, canSay, onSay }: StakeholdersProps) {
  const [splitting, setSplitting] = useState<DividedBenefit>()
  return (
    <PageFrame title={words.title} note={words.note}>
      <Shown reading={reading} what="whom value goes to" lines={8}>
        {(value) => (value.benefits.length === 0 ? <EmptyState title={words.emptyTitle} actions={<a className="button" data-kind="secondary" href="/value/ledger?view=benefits">Benefits of the ledger</a>}>{words.emptyWhy}</EmptyState> : (
          <>
            <Neglected value={value} />
            {value.units.length > 0 && (
              <Tabs label="How far value has come" tabs={stageChoices} selected={stage} onSelect={onStage}>
                <div className="grid gap-4">{value.units.map((unit) => <UnitClasses key={`${unit.unit} ${stageLabels[stage]}`} value={unit} stage={stage} />)}</div>
              </Tabs>
            )}
            <DividedBenefits value={value} onSplit={canSay ? setSplitting : undefined} />
          </>
        ))}
      </Shown>
      {splitting && <SplitBenefit benefit={splitting} onSay={onSay} onClose={() => setSplitting(undefined)} />}
    </PageFrame>
  )
}
