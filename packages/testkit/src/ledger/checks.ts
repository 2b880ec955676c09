import { controlChart } from '@throughline/engine/strategy'
import { allocate, differenceInDifferences, equal, keepingCloses, proportional, promiseKeeping, reconcile, shapley, warningsOf, type Account, type AccountCode, type ClaimCircumstances } from '@throughline/engine/value'
import { checkSame, readAmount, type Row } from '../scenario/index.ts'
import { checks, type LedgerSentence } from './sentence.ts'
import { threeYears } from './three-years.ts'
import { poolOf, sumOf, type LedgerWorld } from './world.ts'

const contra: ReadonlySet<string> = new Set(['S10', 'S11', 'S20', 'S30'])
const commitments: readonly AccountCode[] = ['A10', 'A20', 'A30', 'A90', 'X10', 'X20', 'X30', 'C10', 'R10', 'R20', 'R30', 'C20', 'F10']
const pools: readonly AccountCode[] = ['S20', 'M10', 'M20', 'M30']

/** Accounts that are not zero, as a scenario lists them; no other may be. */
function checkAccounts(world: LedgerWorld, table: readonly Row[] | undefined, codes: readonly AccountCode[], keep: (account: Account) => boolean): void {
  const show = (amounts: Readonly<Record<string, bigint>>) => Object.entries(amounts).filter(([, amount]) => amount !== 0n).map(([code, amount]) => `${code} ${amount}`).sort()
  const found = Object.fromEntries(codes.map((code) => [code, (contra.has(code) ? -1n : 1n) * sumOf(world, code, keep)]))
  checkSame('accounts', show(found), show(Object.fromEntries((table ?? []).map(({ account = '', amount = '' }) => [account, readAmount(amount)]))))
}

/** Rows of a table by their first column. */
const amounts = (table: readonly Row[] | undefined, key: string, value: string): readonly (readonly [string, bigint])[] => (table ?? []).map((row) => [row[key] ?? '', readAmount(row[value] ?? '')])

const months = [10, 11, 10, 11, 10, 11]
/** A claim with nothing to say against it. */
const soundClaim: ClaimCircumstances = { baseline: 10, history: months, nature: 'saving', cash: true, calledRunRate: false, periodsSeen: 12, exchangePart: 0n, priceBasis: 'nominal', measurePriceBasis: 'nominal', organisationMovement: 5n, probabilityRecordedBefore: false, disbenefitsWithoutMeasurement: [], objectiveRetired: false }

/** A sound claim but for one circumstance. */
function circumstancesOf(circumstance: string, value: string): ClaimCircumstances {
  switch (circumstance) {
    case '': return soundClaim
    case 'baseline': return { ...soundClaim, baseline: Number(value), history: [...months, Number(value)] }
    case 'months': return { ...soundClaim, history: months.slice(0, Number(value)) }
    case 'nature': return { ...soundClaim, nature: value === 'avoided_cost' || value === 'avoided_loss' ? value : 'saving' }
    case 'periods': return { ...soundClaim, calledRunRate: true, periodsSeen: Number(value) }
    case 'exchange': return { ...soundClaim, exchangePart: readAmount(value) }
    case 'prices': return { ...soundClaim, priceBasis: value }
    case 'organisation': return { ...soundClaim, organisationMovement: readAmount(value) }
    case 'unmeasured': return { ...soundClaim, disbenefitsWithoutMeasurement: [value] }
    case 'retired': return { ...soundClaim, objectiveRetired: value === 'yes' }
    default: throw new Error(`found the circumstance ${circumstance}; expected one of a claim`)
  }
}

/** Sentences about what stands in the ledger. */
export const checkSentences: readonly LedgerSentence[] = [
  checks('{text} in {text} stands at', ({ world, table }, benefit, period) => checkAccounts(world, table, commitments, ({ benefitId, periodId }) => benefitId === benefit && periodId === period)),
  checks('the pool of {text} in {text} stands at', ({ world, table }, measure, period) => checkAccounts(world, table, pools, ({ poolId, periodId, benefitId }) => benefitId === undefined && poolId === poolOf(world, measure) && periodId === period)),
  checks('known on {date}, what is claimed in {text} is', ({ world, table }, on, period) => {
    const found = [...world.initiatives.keys()].map((id): readonly [string, bigint] => [id, ['R10', 'R20', 'R30', 'C20'].reduce((sum, code) => sum + sumOf(world, code, ({ initiativeId, periodId }) => initiativeId === id && periodId === period, on), 0n)])
    const plain = (rows: readonly (readonly [string, bigint])[]) => rows.filter(([, amount]) => amount !== 0n).map(([name, amount]) => `${name} ${amount}`).sort()
    checkSame('claims', plain(found), plain(amounts(table, 'initiative', 'amount')))
  }),
  checks('it is refused as {code} under {code}', ({ world }, code, rule) => {
    if (!world.refusal) throw new Error(`found that it was done; expected it to be refused as ${code}`)
    world.refusal.spokenOf = true
    checkSame('refusal', [world.refusal.refusal.code, world.refusal.refusal.rule], [code, rule])
  }),
  checks('the refusal has {text} of {amount}', ({ world }, name, amount) => checkSame(name, String(world.refusal?.refusal.values[name]), String(amount))),
  checks('the refusal names {text} as {text}', ({ world }, name, words) => checkSame(name, [world.refusal?.refusal.values[name] ?? ''].flat().join(' → '), words)),
  checks('the rows come to', ({ world, table = [] }) => {
    const rowOf = (outcome: string, rule = '', allowed = '', withheld = ''): string => [outcome, rule, allowed && `allowed ${readAmount(allowed)}`, withheld && `withheld ${readAmount(withheld)}`].filter(Boolean).join(', ')
    const least = (amount: unknown): string => (typeof amount === 'bigint' ? String(Number(amount) / 100) : '')
    const found = world.outcomes.map((one) => (one.ok ? rowOf('posted', '', '', least(one.value.withheld?.amount)) : rowOf(one.refusal.code, one.refusal.rule, least(one.refusal.values['allowed']))))
    checkSame('rows', found, table.map(({ outcome = '', rule, allowed, withheld }) => rowOf(outcome, rule, allowed, withheld)))
  }),
  checks('{amount} was withheld as {code}', ({ world }, amount, code) => {
    const withheld = world.book.entries.at(-1)?.withheld
    checkSame('withheld', [String(withheld?.amount), withheld?.code], [String(amount), code])
  }),
  checks('every pool closes', ({ world }) => checkSame('pools that do not close', reconcile(world.book).filter(({ closes }) => !closes).length, 0)),
  checks('the adjustment is {amount}', ({ world }, amount) => checkSame('adjustment', String(world.difference), String(amount))),
  checks('the measurement of {text} in {text} has the grade {code}', ({ world }, measure, period, grade) => checkSame('grade', world.book.measured.get(`${poolOf(world, measure)} ${period}`)?.grade, grade)),
  checks('what was promised in {text} for {text} was kept by {number} of the original and {number} of the current', ({ world }, unit, period, original, current) => {
    const keeping = promiseKeeping(world.book, { unit, periodIds: new Set([period]) })
    const rate = (one: typeof keeping.againstCurrent): string => (one.status === 'ok' ? one.value.toFixed(6) : 'none')
    checkSame('rates', [rate(keeping.againstOriginal), rate(keeping.againstCurrent), keepingCloses(keeping)], [original.toFixed(6), current.toFixed(6), true])
  }),
  checks('what was promised in {text} was kept by {number} of the original and {number} of the current', ({ world }, unit, original, current) => {
    const { againstOriginal, againstCurrent } = promiseKeeping(world.book, { unit })
    checkSame('rates', [againstOriginal, againstCurrent].map((one) => (one.status === 'ok' ? one.value.toFixed(6) : 'none')), [original.toFixed(6), current.toFixed(6)])
  }),
  checks('{text} has {count} weeks, and {text} moved by {amount} in each', ({ world }, period, weeks, measure, each) => {
    const { from, to } = world.periods.get(period) ?? { from: '', to: '' }
    checkSame('weeks', (Date.parse(to) - Date.parse(from)) / (7 * 86_400_000), weeks)
    checkSame('movement', -sumOf(world, 'S20', ({ poolId, periodId }) => poolId === poolOf(world, measure) && periodId === period), each * BigInt(weeks))
  }),
  checks('the {count} reports of {text} are noise, the best of them {number}', (_, count, measure, best) => {
    const values = threeYears().acts.flatMap(({ deed }) => (deed.kind === 'actual' && deed.measure === measure ? [Number(deed.value)] : []))
    const { points, limits } = controlChart(values, { direction: 'lower' })
    checkSame('reports and signals', [values.length, points.filter(({ rule }) => rule !== null).length, Math.min(...values)], [count, 0, best])
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const range = values.slice(1).reduce((sum, value, at) => sum + Math.abs(value - (values[at] ?? value)), 0) / (values.length - 1)
    checkSame('limits', limits.status === 'ok' ? [limits.value.lower.toFixed(9), limits.value.upper.toFixed(9)] : limits, [(mean - 2.66 * range).toFixed(9), (mean + 2.66 * range).toFixed(9)])
  }),
  checks('the way of {text} in {text} reads', ({ world, table }, unit, period) => {
    const { steps } = promiseKeeping(world.book, { unit, periodIds: new Set([period]) })
    checkSame('steps', steps.filter(({ amount }) => amount !== 0n).map(({ key, amount }) => `${key} ${amount}`), amounts(table, 'step', 'amount').map(([key, amount]) => `${key} ${amount}`))
  }),
  checks('{amount} shared by what was asked gives', ({ table }, whole) => {
    const asked = amounts(table, 'initiative', 'asked').map(([initiativeId, amount]) => ({ initiativeId, amount }))
    checkSame('shares', [...allocate(proportional('2026-01-01', asked), whole).byInitiative].map(String), amounts(table, 'initiative', 'share').map(String))
  }),
  checks('{amount} shared alike gives', ({ table }, whole) => {
    const shares = amounts(table, 'initiative', 'share')
    checkSame('shares', [...allocate(equal('2026-01-01', shares.map(([id]) => id)), whole).byInitiative].map(String), shares.map(String))
  }),
  checks('the Shapley shares of {count} are', ({ world, table }, players) => {
    const value = (members: readonly number[]): number => world.coalitions.get(members.map((at) => at + 1).join(' ')) ?? Number.NaN
    checkSame('shares', shapley(players, value).map((share) => share.toFixed(2)), (table ?? []).map(({ share }) => Number(share).toFixed(2)))
  }),
  checks('a claim is flagged', ({ table = [] }) => {
    checkSame('flags', table.map(({ claim = '', circumstance = '', value = '' }) => `${claim}: ${warningsOf(circumstancesOf(circumstance, value)).join(', ')}`), table.map(({ claim = '', flag = '' }) => `${claim}: ${flag}`))
  }),
  checks('{number} to {number} beside {number} to {number} is an effect of {number}', (_, before, after, otherBefore, otherAfter, effect) =>
    checkSame('effect', differenceInDifferences({ before, after }, { before: otherBefore, after: otherAfter }).toFixed(6), effect.toFixed(6))),
]
