import type { Pot, Pots } from '@throughline/contract/capacity'
import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { DataGrid, type OnEdits } from '../../../../ui/grid/index.ts'
import { FormDialog, Shown, type Reading } from '../../../../wire/index.ts'
import { givenOf, potColumns, unfit, writeMinor } from '../grid.ts'
import type { CapacityProps } from '../Page.tsx'
import { capacityWords as words, carryWords } from '../words.ts'
import { PotForm } from './PotForm.tsx'

type BudgetsProps = Pick<CapacityProps, 'units' | 'currency' | 'mayBudget' | 'onAddPot' | 'onChangePot' | 'onRemovePot' | 'onAmounts'> & { readonly pots: Reading<Pots> }
type Asking = { readonly what: 'add' } | { readonly what: 'change' | 'remove'; readonly pot: Pot }

/** Pots with their money by period and who may draw on them. */
export function Budgets(props: BudgetsProps) {
  const { pots, mayBudget, units, currency, onAddPot, onChangePot, onRemovePot } = props
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  return (
    <Card flush title={words.potsTitle} note={`${words.potsNote}, in ${currency}`} actions={mayBudget && <Button icon={<Plus />} onClick={() => setAsking({ what: 'add' })}>{words.addPot}</Button>}>
      <Shown reading={pots} what="budgets" lines={3}>{(value) => (value.pots.length === 0 ? <p className="quiet p-4">{words.potsEmpty}</p> : <Grid {...props} value={value} onAsk={setAsking} />)}</Shown>
      {asking?.what === 'add' && <PotForm pot={undefined} {...{ units, currency }} onSubmit={onAddPot} onClose={close} />}
      {asking?.what === 'change' && <PotForm pot={asking.pot} {...{ units, currency }} onSubmit={(entered) => onChangePot(asking.pot, entered)} onClose={close} />}
      {asking?.what === 'remove' && <FormDialog title={`${words.remove}: ${asking.pot.name}`} act={words.remove} tone="danger" onSubmit={() => onRemovePot(asking.pot)} onClose={close}><p>{words.removePotWhy}</p></FormDialog>}
    </Card>
  )
}

const keyOf = ({ id }: Pot): string => id

function Grid({ value, currency, mayBudget, onAmounts, onAsk }: BudgetsProps & { readonly value: Pots; onAsk(asking: Asking): void }) {
  const format = useFormat()
  const [chosen, setChosen] = useState<string>()
  const columns = useMemo(() => potColumns(value, mayBudget, format.number), [value, mayBudget, format])
  const save: OnEdits = useMemo(() => async (changes) => {
    const issues = unfit(changes, -1e13)
    const fit = changes.filter(({ key, column }) => !issues.some((issue) => issue.key === key && issue.column === column))
    if (fit.length === 0) return { issues }
    const outcome = await onAmounts(givenOf(fit, new Map(value.pots.map(({ id, version }) => [id, version])), writeMinor(currency)))
    return { issues: [...issues, ...(outcome.ok ? [] : fit.map(({ key, column }) => ({ key, column, message: outcome.refusal.detail })))] }
  }, [value, currency, onAmounts])
  const onSelected = useMemo(() => (keys: readonly string[]) => setChosen(keys.at(-1)), [])
  const pot = value.pots.find(({ id }) => id === chosen) ?? value.pots[0]
  return (
    <>
      <DataGrid label={words.potsTitle} rows={value.pots} columns={columns} rowKey={keyOf} height={Math.min(400, 96 + value.pots.length * 32)} words={{ one: 'pot', many: 'pots' }} frozen={1} toolbar={false} onSelected={onSelected} {...(mayBudget ? { onEdits: save } : {})} />
      {pot && <About pot={pot} mayBudget={mayBudget} onAsk={onAsk} />}
    </>
  )
}

function About({ pot, mayBudget, onAsk }: { readonly pot: Pot; readonly mayBudget: boolean; onAsk(asking: Asking): void }) {
  const format = useFormat()
  const who = [...pot.categories, ...pot.units.map(({ name }) => name)]
  const carried = pot.carryOver === 'limited' ? `up to ${pot.carryOverPercent ?? 0}%` : carryWords[pot.carryOver].toLowerCase()
  const facts = [['In total', pot.total.status === 'missing' ? 'no limit' : format.moneyCell(pot.total)], ['Carried over', carried], ['May draw', who.length === 0 ? 'everybody' : who.join(', ')]] as const
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-border p-4">
      <span className="font-medium">{pot.name}</span>
      {facts.map(([label, text]) => <span key={label}><span className="quiet">{label}: </span><span className="figures">{text}</span></span>)}
      {mayBudget && <span className="ml-auto flex"><Button kind="quiet" aria-label={`${words.change}: ${pot.name}`} onClick={() => onAsk({ what: 'change', pot })}>{words.change}</Button><Button kind="quiet" aria-label={`${words.remove}: ${pot.name}`} onClick={() => onAsk({ what: 'remove', pot })}>{words.remove}</Button></span>}
    </div>
  )
}
