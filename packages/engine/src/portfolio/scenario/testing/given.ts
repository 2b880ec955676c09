import { known, money, ukFiscalCalendar } from '../../../kernel/index.ts'
import { blankInitiative, type FieldValue, type Plan, type PlanChange } from '../index.ts'

export const eur = (minor: number) => known(money(BigInt(minor), 'EUR'))
export const zero = money(0n, 'EUR')

export const initiative = (id: string, change: Partial<Plan['initiatives'][number]> = {}): Plan['initiatives'][number] => ({
  ...blankInitiative(id), key: id.toUpperCase(), name: `Initiative ${id}`, state: 'active', startOn: '2027-01-01', endOn: '2028-01-01', cost: eur(100), benefits: eur(300), ...change,
})
export const objective = (id: string, weight: number): Plan['objectives'][number] => ({ id, key: id, perspectiveId: 'p', statement: `Objective ${id}`, weight, owner: null, deadline: null, mandatory: false })

export const plan = (change: Partial<Plan> = {}): Plan => ({
  initiatives: [initiative('a'), initiative('b'), initiative('c', { state: 'idea' })], objectives: [objective('x', 0.6), objective('y', 0.4)],
  contributions: [{ initiativeId: 'a', objectiveId: 'x', contribution: 1, rationale: '', origin: 'entered' }], ties: { dependencies: [], exclusions: [] },
  unitNames: new Map([['u', 'Roads'], ['v', 'Rail']]), publishedYears: new Map(), givenYears: new Map(), descriptions: new Map(), custom: new Map([['a', { f: 'green' }]]), currency: 'EUR', calendar: ukFiscalCalendar, ...change,
})

export const change = (kind: PlanChange['kind'], id: string, field: string, base: FieldValue, value: FieldValue): PlanChange => ({ kind, id, field, base, value, origin: 'entered' })
