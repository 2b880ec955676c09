import { inPeriod } from '@throughline/engine/value'
import { does, type LedgerSentence } from './sentence.ts'
import { attributionOf } from './world.ts'

const instant = (date: string): string => `${date}T00:00:00Z`
const list = (cell: string | undefined): readonly string[] => (cell === undefined || cell === '' ? [] : cell.split(', '))
const millionths = (share: number): bigint => BigInt(Math.round(share * 1_000_000))

/** Sentences about what was agreed beside the ledger. */
export const termsSentences: readonly LedgerSentence[] = [
  does('it is {date}', ({ world }, today) => void (world.today = today)),
  does('the periods', ({ world, table = [] }) => table.forEach(({ period: id = '', from = '', to = '' }) => world.periods.set(id, { id, from, to }))),
  does('the initiatives', ({ world, table = [] }) => table.forEach(({ initiative: id = '', assist, team }) => world.initiatives.set(id, { id, name: id, assist: assist === 'yes', team: list(team) }))),
  does('the measures', ({ world, table = [] }) => table.forEach((row) => {
    const { measure: id = '', unit = '', pool = '', above = '', contract = '', counterfactual = 'trend', registered } = row
    const registeredAt = instant(registered || '2026-01-01')
    world.measures.set(id, {
      id, name: id, poolId: pool || id, unit, above: list(above).map((poolId) => ({ poolId, numerator: 1n, denominator: 1n })),
      counterfactual: counterfactual === 'none' ? null : { registeredAt, method: counterfactual || 'trend', level: 3 }, attribution: attributionOf(world, contract, registeredAt),
    })
  })),
  does('the benefits', ({ world, table = [] }) => table.forEach((row) => {
    const { benefit: id = '', initiative: initiativeId = '', measure = '', unit = '', owner, counted, path, adoption } = row
    if (!world.initiatives.has(initiativeId)) world.initiatives.set(initiativeId, { id: initiativeId, name: initiativeId, assist: false, team: [] })
    world.benefits.set(id, {
      id, name: id, initiativeId, measureId: measure === 'none' ? null : measure, unit, ownerId: owner === 'none' ? null : (owner || `owner of ${id}`), counted: counted !== 'no',
      sharesPathWith: list(path), needsAdoption: (adoption ?? '') !== '', adoptionBy: adoption === 'nobody' ? [] : list(adoption),
    })
  })),
  does('{text} reports to {text}', ({ world }, person, manager) => void world.managers.set(person, manager)),
  does('of the change for {text} in {text}, {number} was planned and {number} reached', ({ world }, benefit, period, planned, reached) => void world.adoption.set(inPeriod(benefit, period), { planned: millionths(planned), reached: millionths(reached) })),
  does('the budget line {text} of {text} is lowered by {amount}', ({ world }, line, period, amount) => void world.reductions.set(inPeriod(line, period), amount)),
  does('the coalitions', ({ world, table = [] }) => void (world.coalitions = new Map(table.map(({ coalition = '', value }) => [coalition, Number(value)])))),
]
