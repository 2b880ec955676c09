import type { TaskRow } from '@throughline/engine/delivery'
import { invariant, isCivilDate, minorDigits, parseDecimal, type CivilDate } from '@throughline/engine/kernel'
import { readUnit, type ClassSplit } from '@throughline/engine/value'
import { readPlan } from '../business-plan/index.ts'
import { readCsv } from '../csv/index.ts'
import { readTasks } from '../delivery/index.ts'
import { readNetwork, type GivenNode } from '../network/index.ts'
import type { LedgerStory, StoryAct, StoryBenefit, StoryDeed, StoryPlanLine } from './story.ts'

/** The files of a story: each a table of one thing. */
export const storyFiles = ['periods', 'measures', 'benefits', 'acts'] as const
/** Those that only some stories have: the list of nodes and edges of a benefits network, the tasks of initiatives, the lines of a business plan. */
export const storyExtras = ['network', 'work', 'plan'] as const
/** The files by name. */
export type StoryFiles = Readonly<Record<(typeof storyFiles)[number], Uint8Array>> & { readonly [K in (typeof storyExtras)[number]]?: Uint8Array | undefined }

type Row = { readonly line: number; (heading: string): string }

/** Reads the life of a ledger that ships with the product. What is wrong in it is ours, and named with its file and line. */
export function readStory(files: StoryFiles): LedgerStory {
  const benefits = rowsOf(files, 'benefits').map((row): StoryBenefit => ({ benefit: row('benefit'), initiative: row('initiative'), measure: row('measure'), unit: row('unit'), goesTo: splitOf(row('goes to')) }))
  const units = new Map(benefits.map(({ benefit, unit }) => [benefit, unit]))
  const cash = new Map(rowsOf(files, 'acts').flatMap((row) => (row('act') === 'bank' ? [[row('with'), units.get(row('benefit')) ?? ''] as const] : [])))
  return {
    periods: rowsOf(files, 'periods').map((row) => ({ code: row('period'), from: dayOf(row, 'from'), to: dayOf(row, 'to'), weeks: Number(row('weeks')) })),
    measures: rowsOf(files, 'measures').map((row) => ({ measure: row('measure'), unit: row('unit'), method: row('counterfactual'), level: Number(row('level')), shares: sharesOf(row('contract')) })),
    benefits,
    network: networkOf(files.network),
    work: workOf(files.work),
    plan: planOf(files.plan),
    acts: rowsOf(files, 'acts').map((row): StoryAct => ({ line: row.line, on: dayOf(row, 'on'), by: row('by'), because: row('because'), refused: row('refused') || null, deed: deedOf(row, (named) => units.get(named) ?? cash.get(named) ?? '') })),
  }
}

/** The benefits network as a list, by the reader of any such list. */
function networkOf(bytes: Uint8Array | undefined): readonly GivenNode[] {
  if (bytes === undefined) return []
  const read = readCsv(bytes, 'network.csv')
  invariant(read.ok, 'network.csv of a story is a table')
  const { rows, issues } = readNetwork(read.value.sheet)
  invariant(issues.length === 0, `network.csv of a story can be read (${issues.map(({ line, found }) => `line ${line}: ${found}`).join(', ')})`)
  return rows
}

/** Lists of work, each by the reader of any such list: those of an initiative are the lines that begin with its name. */
function workOf(bytes: Uint8Array | undefined): ReadonlyMap<string, readonly TaskRow[]> {
  if (bytes === undefined) return new Map()
  const read = readCsv(bytes, 'work.csv')
  invariant(read.ok, 'work.csv of a story is a table')
  const [head = [], ...body] = read.value.sheet.rows
  return new Map([...Map.groupBy(body, (cells) => cells[0]?.text ?? '')].map(([initiative, lines]) => {
    const { rows, issues } = readTasks({ name: initiative, rows: [head, ...lines] })
    invariant(issues.length === 0, `the work of ${initiative} can be read (${issues.map(({ line, found }) => `line ${line}: ${found}`).join(', ')})`)
    return [initiative, rows]
  }))
}

/** Lines of a business plan, by the reader of any such list; beside it stand the objectives that a line is about, and the benefits that deliver it. */
function planOf(bytes: Uint8Array | undefined): readonly StoryPlanLine[] {
  if (bytes === undefined) return []
  const read = readCsv(bytes, 'plan.csv')
  invariant(read.ok, 'plan.csv of a story is a table')
  const { rows, issues } = readPlan(read.value.sheet, { calendar: { startMonth: 1, startDay: 1, label: 'start' }, currency: '', periods: [] })
  invariant(issues.length === 0, `plan.csv of a story can be read (${issues.map(({ line, found }) => `line ${line}: ${found}`).join(', ')})`)
  const [head = []] = read.value.sheet.rows
  const listed = (line: number, heading: string): readonly string[] => (read.value.sheet.rows[line - 1]?.[head.findIndex(({ text }) => text === heading)]?.text ?? '').split('; ').filter(Boolean)
  return [...Map.groupBy(rows, ({ name, kind, unit }) => `${name} ${kind} ${unit}`).values()].flatMap((own): StoryPlanLine[] => {
    const [first] = own
    return first ? [{ name: first.name, kind: first.kind, unit: first.unit, amounts: own.map(({ from, to, baseline, planned }) => ({ from, to, baseline, planned })), about: listed(first.line, 'About'), deliveredBy: listed(first.line, 'Delivered by') }] : []
  })
}

function rowsOf(files: StoryFiles, name: (typeof storyFiles)[number]): readonly Row[] {
  const read = readCsv(files[name], `${name}.csv`)
  invariant(read.ok, `${name}.csv of a story is a table`)
  const [head = [], ...body] = read.value.sheet.rows
  const places = new Map(head.map(({ text }, at) => [text, at]))
  return body.map((cells, at) => Object.assign((heading: string): string => {
    const place = places.get(heading)
    invariant(place !== undefined, `${name}.csv of a story has a column ${heading}`)
    return cells[place]?.text ?? ''
  }, { line: at + 2 }))
}

function dayOf(row: Row, heading: string): CivilDate {
  const day = row(heading)
  invariant(isCivilDate(day), `line ${row.line} of a story has a day under ${heading}, not ${day}`)
  return day
}

const sharesOf = (contract: string): { initiative: string; share: number }[] | null =>
  contract === '' ? null : contract.split(', ').map((one) => ({ initiative: one.replace(/ [\d.]+$/, ''), share: Math.round(Number(/[\d.]+$/.exec(one)?.[0]) * 1_000_000) }))

/** Shares of stakeholders as those of a contract are written: `customers 0.7, owners 0.3`. */
const splitOf = (goesTo: string): ClassSplit | null => {
  const shares = sharesOf(goesTo)
  return shares && Object.fromEntries(shares.map(({ initiative: one, share }) => [one, share]))
}

/** Whole units as they are written, in least units: cents of money, whole hours. */
function leastUnits(row: Row, heading: string, unit: string): bigint {
  const { base, cash } = readUnit(unit)
  const amount = parseDecimal(row(heading), cash === undefined ? 0 : minorDigits(base))
  invariant(amount !== undefined, `line ${row.line} of a story has an amount of ${unit} under ${heading}, not ${row(heading)}`)
  return amount
}

function deedOf(row: Row, unitOf: (named: string) => string): StoryDeed {
  const kind = row('act')
  const [benefit, period, more] = [row('benefit'), row('period'), row('with')]
  const amount = (heading = 'amount', of = benefit): bigint => leastUnits(row, heading, unitOf(of))
  const measurement = () => ({ measure: row('measure'), period, counterfactual: row('value'), volume: row('volume'), worth: row('worth') })
  switch (kind) {
    case 'promise':
    case 'approve':
    case 'deliver':
    case 'forecast':
    case 'give up':
      return { kind, benefit, lines: period.split(' ').map((code) => ({ period: code, amount: amount(), ...(more === '' ? {} : { declined: amount('with') }) })) }
    case 'move': return { kind, benefit, period, amount: amount(), to: more }
    case 'actual': return { kind, measure: row('measure'), day: dayOf(row, 'with'), value: row('value') }
    case 'measure':
    case 'restate': return { kind, ...measurement() }
    case 'claim': return { kind, benefit, period, amount: amount(), upToCap: more === 'up to the cap', early: more === 'early' }
    case 'verify': return { kind, benefit, period, amount: amount(), adjusts: more === 'adjusts' }
    case 'disallow': return { kind, benefit, period, amount: amount() }
    case 'lower': return { kind, budgetLine: more, period, amount: amount('amount', more) }
    case 'bank': return { kind, benefit, period, amount: amount(), budgetLine: more }
    case 'convert': return { kind, benefit, period, amount: amount(), into: { benefit: more, amount: amount('value', more) } }
    case 'close': return { kind, period }
    default: throw new Error(`line ${row.line} of a story has the act ${kind}, which is none`)
  }
}
