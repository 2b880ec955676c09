import { spreadCost, type InitiativeState, type KnownYear } from '../../demand/index.ts'
import { fiscalYearLabel, fiscalYearOf, known, missing, money, moneyFigure, numberFigure, textFigure, type CivilDate, type Currency, type Explanation, type Figure, type Metric, type Money } from '../../kernel/index.ts'
import { addMonths, periodAt, periodLabel } from '../grain.ts'
import type { Line } from '../lines.ts'
import { unitCode, type PoolUnit } from '../pool.ts'
import { crewAtStart, type Counting, type CrewLine } from './crew.ts'

/** A start is ready where every condition is met, blocked where one is not, and not known where one cannot be judged. What is not known is not ready. */
export const startStates = ['ready', 'blocked', 'unknown'] as const
export type StartState = (typeof startStates)[number]
export const startConditions = ['start_day', 'funds', 'crew', 'prerequisite'] as const
export type StartConditionKind = (typeof startConditions)[number]

/** One condition of a start: of what, when, what is needed and what was found. */
export type StartCondition = { readonly kind: StartConditionKind; readonly state: 'met' | 'unmet' | 'unknown'; readonly thing: string; readonly when: string; readonly needed: Metric<Figure>; readonly found: Metric<Figure>; readonly why: Explanation }
type Judged = Omit<StartCondition, 'why'>

/** A pool with what of it is committed to the initiative. */
export type CrewPool = { readonly id: string; readonly name: string; readonly unit: PoolUnit; readonly committed: readonly Line[] }
/** Everything that the start of an initiative depends on. */
export type StartFacts = {
  readonly name: string
  /** The day of the plan; null where nobody gave one. */
  readonly startOn: CivilDate | null
  readonly endOn: CivilDate | null
  readonly cost: Metric<Money>
  /** Years whose cost somebody gave or published. */
  readonly costYears: readonly KnownYear[]
  /** What is committed to it, by fiscal year; a year that no envelope covers is not among them. */
  readonly funds: ReadonlyMap<number, bigint>
  readonly crew: readonly CrewLine[]
  readonly pools: ReadonlyMap<string, CrewPool>
  /** What has to have ended before, with the day from which it may start, null where that has not ended. */
  readonly prerequisites: readonly { readonly name: string; readonly freeFrom: CivilDate | null }[]
}
export type StartSetting = Counting & { readonly currency: Currency; readonly today: CivilDate; /** Whether any envelope is kept, of whatever year. */ readonly envelopes: boolean }
export type StartReadiness = { readonly state: StartState; /** The day from which it would run: that of the plan, or today where that has passed. */ readonly startsOn: CivilDate | null; readonly conditions: readonly StartCondition[]; readonly why: Explanation }

/** Whether an initiative is ready to start (`start-readiness`): money of its first fiscal year, its crew from the first day on, and what has to have ended before. */
export function startReadiness(facts: StartFacts, setting: StartSetting): StartReadiness {
  const startsOn = facts.startOn === null || facts.startOn > setting.today ? facts.startOn : setting.today
  const judged = startsOn === null ? withoutDay(facts, setting) : [...fundsOf(facts, startsOn, setting), ...facts.crew.flatMap((line) => crewOf(line, facts, startsOn, setting)), ...prerequisitesOf(facts, startsOn)]
  const conditions = judged.map((one): StartCondition => ({ ...one, why: explained(one) }))
  const state = conditions.some((one) => one.state === 'unmet') ? 'blocked' : conditions.some((one) => one.state === 'unknown') ? 'unknown' : 'ready'
  return { state, startsOn, conditions, why: { term: `Start of ${facts.name}`, figure: known(textFigure(stateWords[state])), formula: 'start-readiness', ...(conditions.length === 0 ? { note: 'Nothing is asked for: no envelope covers its first year, and it has neither a minimum crew nor a prerequisite.' } : {}), terms: conditions.map(({ why }) => why) } }
}

const stateWords: Readonly<Record<StartState, string>> = { ready: 'Ready', blocked: 'Blocked', unknown: 'Not known' }

/** Without a day nothing that depends on it can be judged; where nothing is asked for, nothing is missing. */
function withoutDay({ crew, prerequisites }: StartFacts, { envelopes }: StartSetting): readonly Judged[] {
  if (!envelopes && crew.length + prerequisites.length === 0) return []
  return [{ kind: 'start_day', state: 'unknown', thing: 'Start day', when: '', needed: known(textFigure('A day')), found: missing('start') }]
}

function fundsOf(facts: StartFacts, startsOn: CivilDate, { calendar, currency }: StartSetting): readonly Judged[] {
  const year = fiscalYearOf(calendar, startsOn)
  const committed = facts.funds.get(year)
  if (committed === undefined) return []
  const needed = costOfYear(facts, year, { calendar })
  const state = needed.status !== 'ok' ? 'unknown' : money(committed, currency).minor >= needed.value.minor ? 'met' : 'unmet'
  return [{ kind: 'funds', state, thing: 'Funds', when: fiscalYearLabel(calendar, year), needed: needed.status === 'ok' ? known(moneyFigure(needed.value)) : needed, found: known(moneyFigure(money(committed, currency))) }]
}

/** What an initiative costs in a fiscal year (`cost-by-year`); missing where nobody can say. */
function costOfYear({ cost, costYears, startOn, endOn }: StartFacts, year: number, { calendar }: Pick<Counting, 'calendar'>): Metric<Money> {
  const given = costYears.findLast((one) => one.year === year)
  if (cost.status !== 'ok') return given ? known(given.amount) : missing('cost')
  const line = spreadCost({ total: cost.value, startOn, endOn, known: costYears }, calendar).lines.find((one) => one.year === year)
  return line ? known(line.amount) : given ? known(given.amount) : missing('cost of the year')
}

function crewOf(line: CrewLine, { pools }: StartFacts, startsOn: CivilDate, setting: StartSetting): readonly Judged[] {
  const pool = pools.get(line.poolId)
  const quantity = (hundredths: bigint): Metric<Figure> => known(numberFigure(Number(hundredths) / 100, unitCode(pool?.unit ?? 'fte')))
  if (!pool) return [{ kind: 'crew', state: 'unknown', thing: 'A pool that was removed', when: '', needed: quantity(line.hundredths), found: missing('pool') }]
  const { stretch, needed, found } = crewAtStart(line, { unit: pool.unit, startOn: startsOn, committed: pool.committed, counting: setting })
  return [{ kind: 'crew', state: found >= needed ? 'met' : 'unmet', thing: pool.name, when: `${periodLabel(setting.calendar, setting.grain, periodAt(setting.calendar, setting.grain, stretch.from))}, from ${stretch.from}`, needed: quantity(needed), found: quantity(found) }]
}

const prerequisitesOf = ({ prerequisites }: StartFacts, startsOn: CivilDate): readonly Judged[] =>
  prerequisites.map(({ name, freeFrom }) => ({ kind: 'prerequisite', state: freeFrom !== null && freeFrom <= startsOn ? 'met' : 'unmet', thing: name, when: freeFrom === null ? '' : `free from ${freeFrom}`, needed: known(textFigure('Ended')), found: known(textFigure(freeFrom === null ? 'Not ended' : 'Ended')) }))

const conditionWords = { met: 'Met', unmet: 'Not met', unknown: 'Not known' } as const

const sources: Readonly<Record<StartConditionKind, { readonly needed: string; readonly found: string }>> = {
  start_day: { needed: 'A start is judged for its day', found: 'The fixed start of its plan, else the start of the initiative' },
  funds: { needed: 'Cost of the fiscal year in which it starts, as given, published or spread', found: 'Commitments less releases of the envelopes of that year' },
  crew: { needed: 'Its minimum crew, from the start to the end of the period', found: 'People of the pool that are committed to it; full-time equivalents as the fewest on any day' },
  prerequisite: { needed: 'An order that was recorded as a demand on plans', found: 'The state of the other initiative, its end and the lag' },
}

function explained({ kind, state, thing, when, needed, found }: Judged): Explanation {
  const derived = (rule: string) => ({ kind: 'derived' as const, rule })
  return { term: when === '' ? thing : `${thing}, ${when}`, figure: known(textFigure(conditionWords[state])), terms: [{ term: 'Needed', figure: needed, source: derived(sources[kind].needed) }, { term: 'Found', figure: found, source: derived(sources[kind].found) }] }
}

const runs = (state: InitiativeState): boolean => state === 'active' || state === 'closing'
/** Whether an initiative that gets another state begins to run by it, for the first time or again: what was on hold, closed or stopped has to be ready as well. New ones come from no state. */
export const isStart = (before: InitiativeState | null, after: InitiativeState): boolean => runs(after) && !(before !== null && runs(before))
/** Whether an initiative of the plan of record waits for its start. */
export const awaitsStart = (state: InitiativeState): boolean => state === 'approved' || state === 'on_hold'

/**
 * From which day on what comes after an initiative may start (`start-readiness`): its end and the lag, where it is closed; where the lag is
 * negative, also from so long before the end that is planned, once it runs. Null where that is not in sight.
 */
export function freeFrom({ state, endOn, lagMonths, today }: { readonly state: InitiativeState; readonly endOn: CivilDate | null; readonly lagMonths: number; readonly today: CivilDate }): CivilDate | null {
  if (state === 'closed') return addMonths(endOn !== null && endOn < today ? endOn : today, lagMonths)
  return lagMonths < 0 && runs(state) && endOn !== null ? addMonths(endOn, lagMonths) : null
}
