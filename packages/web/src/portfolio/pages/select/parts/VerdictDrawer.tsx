import type { SelectionCase } from '@throughline/contract/portfolio'
import type { Verdict } from '@throughline/engine/portfolio'
import { Pin as PinIcon } from 'lucide-react'
import { useState } from 'react'
import { places } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { constraintWords } from '../../../words.ts'
import { withPin, type Levers } from '../levers.ts'
import { oppositeWords, reasonOf, saysOpposite } from '../reason.ts'
import type { CaseWords } from '../words.tsx'
import { AskPin } from './Pins.tsx'

export type VerdictDrawerProps = { readonly of: SelectionCase; readonly verdict: Verdict; readonly levers: Levers; readonly words: CaseWords; onLevers(levers: Levers): void; onClose(): void }

/** Why one candidate is in or out: what it brings, what it uses at what price, what stops it, and what the opposite would cost. */
export function VerdictDrawer({ of, verdict, levers, words, onLevers, onClose }: VerdictDrawerProps) {
  const [asking, setAsking] = useState(false)
  const name = words.nameOf(verdict.candidateId)
  const pinned = levers.pins.some(({ candidateId }) => candidateId === verdict.candidateId)
  return (
    <Drawer open title={name} subtitle={`Value ${words.value(verdict.value)}, cost ${words.cost(verdict.cost)}`} onClose={onClose} foot={<a className="button" data-kind="secondary" href={places.initiative(verdict.candidateId)}>Open the initiative</a>}>
      <div className="grid gap-5">
        <div className="grid gap-2">
          <span><StatusMark tone={verdict.verdict === 'in' ? 'done' : 'none'} word={verdict.verdict === 'in' ? 'In' : 'Out'} /></span>
          <p>{reasonOf(verdict, words, of.valueUnit)}</p>
          {!saysOpposite(verdict, of.valueUnit) && <p className="text-ink-2">{oppositeWords(verdict, words)}</p>}
        </div>
        <Uses verdict={verdict} words={words} />
        {verdict.blockedBy.length > 0 && <Blocked verdict={verdict} words={words} />}
        <div className="flex flex-wrap gap-2">
          <Button icon={<PinIcon aria-hidden="true" />} onClick={() => setAsking(true)}>{pinned ? 'Change the pin' : 'Pin it'}</Button>
          {pinned && <Button onClick={() => onLevers(withPin(levers, verdict.candidateId, null))}>Remove the pin</Button>}
        </div>
      </div>
      {asking && <AskPin candidate={{ name }} onClose={() => setAsking(false)} onPin={(way, because) => onLevers(withPin(levers, verdict.candidateId, way, because))} />}
    </Drawer>
  )
}

function Uses({ verdict, words }: { readonly verdict: Verdict; readonly words: CaseWords }) {
  const net = words.value(verdict.netOfPrices)
  return (
    <Table
      caption="What it uses, at shadow prices"
      captionShown
      rows={verdict.uses.map((use, index) => ({ ...use, place: String(index) }))}
      rowKey={({ place }) => place}
      empty="It uses nothing that is scarce."
      columns={[
        { key: 'what', label: 'Of', cell: ({ constraint }) => constraintWords[constraint.kind], foot: 'Value less all prices' },
        { key: 'amount', label: 'Amount', numeric: true, cell: ({ constraint, amount }) => (isMoney(constraint.kind) ? words.cost(amount) : words.format.number(amount)) },
        { key: 'price', label: 'At its price', numeric: true, cell: ({ atPrice }) => words.value(atPrice), foot: net },
      ]}
    />
  )
}

function Blocked({ verdict, words }: { readonly verdict: Verdict; readonly words: CaseWords }) {
  return (
    <Table
      caption="What stops it from simply being added"
      captionShown
      rows={verdict.blockedBy.map((block, index) => ({ ...block, place: String(index) }))}
      rowKey={({ place }) => place}
      columns={[
        { key: 'words', label: 'Constraint', cell: (block) => block.words },
        { key: 'over', label: 'Over by', numeric: true, cell: ({ constraint, over }) => (isMoney(constraint.kind) ? words.cost(over) : words.format.number(over)) },
      ]}
    />
  )
}

const isMoney = (kind: string): boolean => kind === 'totalBudget' || kind === 'yearlyBudget' || kind === 'departmentCap'
