import { demandRoutes, type InitiativeRow } from '@throughline/contract/demand'
import { peopleRoutes, type Organisation } from '@throughline/contract/people'
import { oneOf } from '../terminal/pick.ts'
import type { Caller } from '../terminal/call.ts'

export const listInitiatives = async (call: Caller, current: boolean): Promise<readonly InitiativeRow[]> => (await call(demandRoutes.listInitiatives, { query: { current } })).rows
export const findAmong = (rows: readonly InitiativeRow[], word: string): InitiativeRow => oneOf('initiative', rows, word, ({ key, name }) => [key, name])
export const findInitiative = async (call: Caller, word: string): Promise<InitiativeRow> => findAmong(await listInitiatives(call, false), word)
export const readOrganisation = (call: Caller): Promise<Organisation> => call(peopleRoutes.readOrganisation, {})
