import { known, missing, undefinedBecause, type Metric } from '../kernel/index.ts'
import { fewestPeople, safeCounts } from '../people/index.ts'

/** What is known of who is in a pool: how many people, where somebody said. */
export type PoolPeople = { readonly people: number | null }

/**
 * How many people each pool has, as it may be told to who may not see people's details: small pools are withheld, and so many others
 * that none of them follows from a total. What nobody recorded is missing.
 */
export function toldPeople(pools: readonly PoolPeople[]): readonly Metric<number>[] {
  const counted = pools.flatMap(({ people }) => (people === null ? [] : [[people]]))
  const told = counted.length > 0 ? safeCounts(counted).cells.flat() : []
  let at = 0
  return pools.map(({ people }) => (people === null ? missing('people') : (told[at++] ?? missing('people'))))
}

/** Whether a price of a pool tells what its few people cost: one to four of them. A pool of which nobody counted the people is not known to be small. */
export const tellsOfFew = ({ people }: PoolPeople): boolean => people !== null && people > 0 && people < fewestPeople

/** A price of a pool as it may be told to who may not see people's details. */
export const toldPrice = <T>(pool: PoolPeople, price: T | null): Metric<T> => (price === null ? missing('price') : tellsOfFew(pool) ? undefinedBecause('SMALL_GROUP') : known(price))
