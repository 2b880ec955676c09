import { undefinedBecause } from '../../kernel/index.ts'
import { fewestPeople } from '../../people/index.ts'

/** Whether a figure would be about one to four people. */
export const isFew = (count: number): boolean => count > 0 && count < fewestPeople
/** A count that is withheld, since it would tell of few. */
export const fewPeople = undefinedBecause('SMALL_GROUP')
