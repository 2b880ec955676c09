import type { Reconciliation } from '@throughline/contract/value'
import { useFormat } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { amountWords } from '../amounts.ts'
import { poolAddress } from '../ledger-address.ts'
import { typedOf, type Field } from './form.ts'

type PoolLeftProps = { readonly field: Extract<Field, { readonly kind: 'pool' }>; readonly pools: readonly Reconciliation[]; readonly period: string; onTake(amount: string): void }

/** What is left of the pool of a period, and of the share that was agreed with the initiative; one press takes it into the amount. */
export function PoolLeft({ field: { unit, initiativeId }, pools, period, onTake }: PoolLeftProps) {
  const format = useFormat()
  if (period === '') return null
  const pool = pools.find((one) => one.period === period)
  if (pool?.movement.status !== 'ok') return <p className="quiet">Nothing was measured in this period, so there is nothing to claim: what is missing is not zero.</p>
  const text = (amount: string | bigint): string => amountWords(String(amount), unit, format)
  const own = pool.claims.find((one) => one.initiativeId === initiativeId)
  const allowed = leastOf(BigInt(pool.left), own?.share ? BigInt(own.share) - BigInt(own.amount) : null)
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-sunken px-3 py-2 text-ink-2">
      <span>{`${text(pool.left)} left of ${text(pool.movement.value)} that ${pool.measure} moved.${own?.share ? ` Of its share of ${text(own.share)} ${own.initiative} has claimed ${text(own.amount)}.` : ''}`}</span>
      {allowed !== 0n && <Button kind="quiet" onClick={() => onTake(typedOf(String(allowed), unit))}>{`Take ${text(allowed)}`}</Button>}
      <a className="underline" href={poolAddress(period, pool.measureId)} target="_blank" rel="noreferrer">Reconciliation</a>
    </p>
  )
}

/** The nearer of two to zero where they have one sign; nothing where the share is used up, or the movement went the other way. */
function leastOf(left: bigint, share: bigint | null): bigint {
  if (share === null) return left
  if (left <= 0n || share <= 0n) return 0n
  return left < share ? left : share
}
