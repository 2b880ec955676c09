import type { Capacity, Pool, Pot } from '@throughline/contract/capacity'

/** What a pool is counted in. */
export const unitWords: Readonly<Record<Pool['unit'], { readonly name: string; readonly short: string; readonly price: string }>> = {
  hour: { name: 'Hours', short: 'h', price: 'an hour' },
  day: { name: 'Days', short: 'days', price: 'a day' },
  fte: { name: 'Full-time equivalents', short: 'FTE', price: 'a year of one FTE' },
}
export const grainWords: Readonly<Record<Capacity['settings']['grain'], string>> = { month: 'Months', quarter: 'Quarters', year: 'Years' }
export const potKindWords: Readonly<Record<Pot['kind'], string>> = { capital: 'Capital', operating: 'Operating', any: 'Capital and operating' }
export const carryWords: Readonly<Record<Pot['carryOver'], string>> = { none: 'Nothing', limited: 'A part', all: 'All' }

/** The page's own words. */
export const capacityWords = {
  title: 'Capacity',
  emptyTitle: 'No pool is recorded yet',
  emptyWhy: 'A pool is people who can stand in for one another, such as data engineers. Add one, say what it can do in each period, and say on the page of an initiative what it needs: then this page shows where they do not fit. Nothing is assumed until somebody records it.',
  emptyReader: 'Somebody who may plan capacity can add one.',
  loadTitle: 'Load by pool and period',
  loadNote: 'Demand of the plan of record over capacity; hatched above 100 %. Choose a cell to see who takes it.',
  capacityTitle: 'Capacity as recorded',
  capacityNote: 'In the unit of each pool. Paste a block from a spreadsheet; an empty cell is not recorded, which is not 0.',
  potsTitle: 'Budgets',
  potsNote: 'Money that work may draw on, by period',
  potsEmpty: 'No pot is recorded yet. A pot is a budget with a rule on who may draw on it.',
  addPool: 'Add a pool',
  addPot: 'Add a pot',
  change: 'Change',
  remove: 'Remove',
  removePoolWhy: 'Its capacity is not counted any more; its history is kept. A pool on which a plan counts stays.',
  removePotWhy: 'Its money is not counted any more; its history is kept. A pot on which a plan counts stays.',
  withoutStart: 'These need people and have no start, so that their demand stands in no period:',
  noCapacity: 'None recorded',
  idle: 'Free',
  changedMeanwhile: 'Somebody else changed this pool since; look at it again.',
}

/** How much of the plan is counted. */
export const planWords = ({ initiatives, withDemand }: Capacity['plan'], count: (one: number, singular: string, plural: string) => string): string =>
  initiatives === 0 ? 'The plan of record holds no initiative that was approved.' : `The plan of record holds ${count(initiatives, 'initiative', 'initiatives')}; ${withDemand === 0 ? 'for none is it recorded' : `for ${count(withDemand, 'one', 'of them').replace('1 one', 'one')} it is recorded`} what people it needs.`
