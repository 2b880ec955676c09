import type { InitiativeRow } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import type { SelectionCase } from '@throughline/contract/portfolio'
import type { Constraint } from '@throughline/engine/portfolio'
import { findAmong } from '../demand/index.ts'
import { UsageError, type Context, type Options, type Typed } from '../terminal/command.ts'
import { readAmount } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'

/** The options from which a selection is built, the same for select, frontier and pins. */
export const selectionOptions: Options = {
  value: { about: 'What to maximise: benefits (unless said), net, strategic', takes: 'value' },
  budget: { about: 'Total budget, for example 100bn', takes: 'amount' },
  year: { about: 'Budget of a fiscal year, named by the year in which it begins: 2025=12bn', takes: 'year=amount', many: true },
  cap: { about: 'Cap of a department: DfT=40bn', takes: 'unit=amount', many: true },
  in: { about: 'An initiative that must be chosen', takes: 'initiative', many: true },
  out: { about: 'An initiative that must not be chosen', takes: 'initiative', many: true },
  unit: { about: 'Only candidates of a unit and of those below it', takes: 'unit', many: true },
  ask: { about: 'Only candidates that a list asked for as JSON holds: {"filters":[…]}', takes: 'json' },
  'no-ties': { about: 'Leave the recorded exclusions and mandatory pins out' },
}

/** Who may be a candidate, as the API takes it; undefined where nothing narrows it. */
export async function readAsk(typed: Typed, { call }: Pick<Context, 'call'>): Promise<string | undefined> {
  const [ask, named] = [typed.one('ask'), typed.many('unit')]
  if (ask !== undefined && named.length > 0) throw new UsageError('Found --ask and --unit; expected one of the two. An ask may filter by unit itself.')
  if (named.length === 0) return ask
  const units = await call(peopleRoutes.listUnits, {})
  const values = named.map((word) => oneOf('unit', units, word, ({ code, name }) => [code, name]).id)
  return JSON.stringify({ filters: [{ field: 'unit', op: 'within', values }] })
}

/** The constraints that the options ask for, on top of those that stand in the case. */
export function readConstraints(typed: Typed, selection: SelectionCase, rows: readonly InitiativeRow[]): Constraint[] {
  const { currency, constraints: standing } = selection.input
  const amount = (text: string): number => Number(readAmount(text, currency))
  const budget = typed.one('budget')
  return [
    ...(typed.on('no-ties') ? [] : standing),
    ...(budget === undefined ? [] : [{ kind: 'totalBudget' as const, limit: amount(budget) }]),
    ...typed.many('year').map((text) => ({ kind: 'yearlyBudget' as const, year: readYear(pair(text, '--year')[0]), limit: amount(pair(text, '--year')[1]) })),
    ...typed.many('cap').map((text) => ({ kind: 'departmentCap' as const, departmentId: oneOf('department', selection.departments, pair(text, '--cap')[0], ({ name }) => [name]).id, limit: amount(pair(text, '--cap')[1]) })),
    ...typed.many('in').map((word) => ({ kind: 'mustInclude' as const, candidateId: candidate(selection, rows, word), because: 'Asked for on the command line' })),
    ...typed.many('out').map((word) => ({ kind: 'mustExclude' as const, candidateId: candidate(selection, rows, word), because: 'Asked for on the command line' })),
  ]
}

function candidate(selection: SelectionCase, rows: readonly InitiativeRow[], word: string): string {
  const row = findAmong(rows, word)
  const left = selection.left.find(({ initiative }) => initiative.id === row.id)
  if (left) throw new UsageError(`${row.name} is no candidate: ${left.because}`)
  return row.id
}

function pair(text: string, option: string): readonly [string, string] {
  const at = text.lastIndexOf('=')
  if (at <= 0) throw new UsageError(`Found ${option} ${text}; expected a name, = and an amount.`)
  return [text.slice(0, at), text.slice(at + 1)]
}

function readYear(text: string): number {
  const match = /^(\d{4})(?:-\d{2})?$/.exec(text)
  if (!match) throw new UsageError(`Found year ${text}; expected four digits, or 2025-26.`)
  return Number(match[1])
}

export function readValueChoice(typed: Typed): SelectionCase['value'] {
  const word = typed.one('value') ?? 'benefits'
  if (word === 'benefits' || word === 'net' || word === 'strategic') return word
  throw new UsageError(`Found --value ${word}; expected benefits, net or strategic.`)
}
