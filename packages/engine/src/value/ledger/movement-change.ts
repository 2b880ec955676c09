import { known, mapMetric, missing, textFigure, undefinedBecause, type Explained, type Explanation, type Metric } from '../../kernel/index.ts'
import type { UnitOfAccount } from './account.ts'
import type { MadeOf } from './entry.ts'
import { exact } from './exact.ts'
import { amountFigure } from './explain.ts'
import { varianceOf, type Rated } from './movement.ts'

/** What a pool moved in a period as it stands in the ledger, and what that was made of; undefined where it was measured before that was kept. */
export type MovedIn = { readonly periodId: string; readonly movement: bigint; readonly made: MadeOf | undefined }
export type MovementPartKey = 'rate' | 'volume' | 'price'
/** Why a measure moved more or less than in another period: by its rate, its volume and the value of a unit, which sum to the difference to the least unit. */
export type MovementChange = { readonly since: string; readonly total: Explained<bigint>; readonly parts: readonly { readonly key: MovementPartKey; readonly amount: bigint; readonly why: Explanation }[] }

const words: Readonly<Record<MovementPartKey, readonly [term: string, note: string]>> = {
  rate: ['How much better', 'More or less of an improvement for each unit, at the volume and the value of before'], volume: ['Volume', 'More or fewer units, at the improvement of now and the value of before'], price: ['Value of a unit', 'What a unit is worth, at the improvement and the volume of now'],
}

/**
 * From one measured period of a pool to another (benefit-movement). It cannot be told where either was measured before its volume and its
 * value of a unit were kept, and not where the movement was adjusted since: then what was measured is no longer what it was made of.
 */
export function movementChange(before: MovedIn, now: MovedIn, unit: UnitOfAccount): MovementChange {
  const difference = now.movement - before.movement
  const lacking = [before, now].find(({ made }) => made === undefined)
  const variance = before.made && now.made ? varianceOf(ratedOf(before.made), ratedOf(now.made)) : undefined
  const metric: Metric<bigint> = lacking || !variance ? missing(`volume and value of a unit of ${(lacking ?? now).periodId}`) : variance.planned !== before.movement || variance.actual !== now.movement ? undefinedBecause('PARTS_DIFFER') : known(difference)
  const parts = metric.status === 'ok' && variance ? (['rate', 'volume', 'price'] as const).map((key) => ({ key, amount: variance[key], why: { term: words[key][0], figure: known(amountFigure(variance[key], unit)), formula: 'benefit-movement', note: words[key][1] } })) : []
  return {
    since: before.periodId, parts,
    total: { metric, why: { term: `Moved more or less than in ${before.periodId}`, figure: mapMetric(metric, (amount) => amountFigure(amount, unit)), formula: 'benefit-movement', terms: [movedWhy(before, unit), ...parts.map(({ why }) => why), movedWhy(now, unit)] } },
  }
}

const ratedOf = ({ better, volume, unitValue }: MadeOf): Rated => ({ rate: exact(better), volume: exact(volume), unitValue: exact(unitValue) })

const movedWhy = ({ periodId, movement, made }: MovedIn, unit: UnitOfAccount): Explanation => ({
  term: `Moved in ${periodId}`, figure: known(amountFigure(movement, unit)), ...(made ? { terms: [{ term: 'Better by, times volume, times least units of account for one', figure: known(textFigure(`${made.better} × ${made.volume} × ${made.unitValue}`)) }] } : {}),
})
