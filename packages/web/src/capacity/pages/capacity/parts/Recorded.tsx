import type { Capacity, Pool, PoolLoad } from '@throughline/contract/capacity'
import { metricCell, useFormat } from '../../../../format/index.ts'
import { useMemo, useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { DataGrid, type OnEdits } from '../../../../ui/grid/index.ts'
import { capacityColumns, givenOf, unfit, versionsOf, writeQuantity, type Given } from '../grid.ts'
import type { Done } from '../Page.tsx'
import { capacityWords as words, unitWords } from '../words.ts'

type RecordedProps = { readonly capacity: Capacity; readonly mayPlan: boolean; onSave(given: readonly Given[]): Done; onChange(pool: Pool): void; onRemove(pool: Pool): void }

const keyOf = ({ pool }: PoolLoad): string => pool.id

/** The capacity of every pool by period, as somebody gave it: typed, or pasted as a block. What is said of a chosen pool stands beneath. */
export function Recorded({ capacity, mayPlan, onSave, onChange, onRemove }: RecordedProps) {
  const format = useFormat()
  const [chosen, setChosen] = useState<string>()
  const columns = useMemo(() => capacityColumns(capacity.periods, mayPlan, format.number), [capacity.periods, mayPlan, format])
  const save: OnEdits = useMemo(() => async (changes) => {
    const issues = unfit(changes, 0)
    const fit = changes.filter(({ key, column }) => !issues.some((issue) => issue.key === key && issue.column === column))
    if (fit.length === 0) return { issues }
    const outcome = await onSave(givenOf(fit, versionsOf(capacity), writeQuantity))
    return { issues: [...issues, ...(outcome.ok ? [] : fit.map(({ key, column }) => ({ key, column, message: outcome.refusal.detail })))] }
  }, [capacity, onSave])
  const onSelected = useMemo(() => (keys: readonly string[]) => setChosen(keys.at(-1)), [])
  const pool = capacity.pools.find((one) => one.pool.id === chosen)?.pool ?? capacity.pools[0]?.pool
  return (
    <Card flush title={words.capacityTitle} note={mayPlan ? words.capacityNote : undefined}>
      <DataGrid label={words.capacityTitle} rows={capacity.pools} columns={columns} rowKey={keyOf} height={Math.min(480, 96 + capacity.pools.length * 32)} words={{ one: 'pool', many: 'pools' }} frozen={2} toolbar={false} onSelected={onSelected} {...(mayPlan ? { onEdits: save } : {})} />
      {pool && <About pool={pool} {...(mayPlan ? { acts: { onChange, onRemove } } : {})} />}
    </Card>
  )
}

function About({ pool, acts }: { readonly pool: Pool; readonly acts?: Pick<RecordedProps, 'onChange' | 'onRemove'> }) {
  const format = useFormat()
  const { people, rate, overload, unit } = pool
  const facts = [
    ['People', metricCell(people, (count) => format.number(count, 0))],
    [`Price of ${unitWords[unit].price}`, format.moneyCell(rate)],
    ['Overtime and contractors', overload.percent === null ? 'None' : `up to ${overload.percent}%, ${format.moneyCell(overload.price)} for ${unitWords[unit].price}`],
  ] as const
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-border p-4">
      <span className="font-medium">{pool.name}</span>
      {facts.map(([label, value]) => <span key={label}><span className="quiet">{label}: </span><span className="figures">{value}</span></span>)}
      {acts && <span className="ml-auto flex"><Button kind="quiet" aria-label={`${words.change}: ${pool.name}`} onClick={() => acts.onChange(pool)}>{words.change}</Button><Button kind="quiet" aria-label={`${words.remove}: ${pool.name}`} onClick={() => acts.onRemove(pool)}>{words.remove}</Button></span>}
    </div>
  )
}
