import type { Ties } from '@throughline/contract/demand'
import type { SelectionCase } from '@throughline/contract/portfolio'
import type { PinPrice } from '@throughline/engine/portfolio'
import { useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Tabs } from '../../../../ui/controls/Tabs.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import type { Reading } from '../../../../wire/index.ts'
import { valueChoices, valueWords, type ValueChoice } from '../../../words.ts'
import { isPin, type Levers } from '../levers.ts'
import type { CaseWords } from '../words.tsx'
import { Budget } from './Budget.tsx'
import { DepartmentCaps, YearBudgets } from './Caps.tsx'
import { Extras } from './Extras.tsx'
import { Pins } from './Pins.tsx'
import { TiesLever, type TieActs } from './TiesLever.tsx'

export type LeverCardsProps = {
  readonly of: SelectionCase
  readonly levers: Levers
  readonly words: CaseWords
  readonly ties: Reading<Ties>
  readonly tieActs: TieActs | undefined
  readonly prices: readonly PinPrice[] | undefined
  readonly chosen: readonly string[]
  onLevers(levers: Levers): void
  onValue(value: ValueChoice): void
}

type Group = 'years' | 'departments' | 'pins' | 'ties' | 'more'

/** All levers: what to maximise, the total budget, and the demands by kind. */
export function LeverCards({ of, levers, words, ties, tieActs, prices, chosen, onLevers, onValue }: LeverCardsProps) {
  const [group, setGroup] = useState<Group>('pins')
  const shared = { of, levers, words, onLevers }
  const standing = of.input.constraints.filter(isPin).length
  const tabs: readonly { readonly key: Group; readonly label: string; readonly count?: number }[] = [
    { key: 'pins', label: 'Pins', ...counted(levers.pins.length + standing) },
    { key: 'years', label: 'Years', ...counted(Object.keys(levers.years).length) },
    { key: 'departments', label: 'Departments', ...counted(Object.keys(levers.departments).length) },
    { key: 'ties', label: 'Ties', ...counted(ties.state === 'full' ? ties.value.dependencies.length + ties.value.exclusions.length : 0) },
    { key: 'more', label: 'More', ...counted(levers.extras.length) },
  ]
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4 xl:sticky xl:top-0 xl:max-h-screen xl:overflow-y-auto">
      <Card title="Levers" note="Every move is solved anew">
        <div className="grid gap-4">
          <Select label="Maximise" hint={valueWords[of.value].about} value={of.value} options={valueChoices.map((value) => ({ value, label: valueWords[value].name }))} onChange={onValue} />
          <Budget {...shared} />
        </div>
      </Card>
      <Card title="Demands" note="What a portfolio must keep">
        <Tabs label="Kinds of demand" tabs={tabs} selected={group} onSelect={setGroup}>
          {group === 'years' && <YearBudgets {...shared} />}
          {group === 'departments' && <DepartmentCaps {...shared} />}
          {group === 'pins' && <Pins {...shared} prices={prices} />}
          {group === 'ties' && <TiesLever of={of} ties={ties} acts={tieActs} />}
          {group === 'more' && <Extras {...shared} chosen={chosen} />}
        </Tabs>
      </Card>
    </div>
  )
}

const counted = (count: number) => (count > 0 ? { count } : {})
