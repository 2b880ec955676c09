import { explainTotal, invariant, known, negateMoney, subtractMoney, type Explained, type Metric, type Money, type Part } from '../kernel/index.ts'
import { standingOf } from './due.ts'
import type { BenefitFacts, BookFacts } from './facts.ts'

/** The steps from what was promised to what was realised, in the order they are shown. */
export const stepKeys = ['promised', 'joined', 'raised', 'lowered', 'left', 'withdrawn', 'forecast', 'not_yet_due', 'undated', 'unreported', 'shortfall', 'excess', 'realised'] as const
export type StepKey = (typeof stepKeys)[number]
export type Step = Explained<Money> & { readonly key: StepKey; readonly label: string; readonly kind: 'total' | 'change' }

const labels: Readonly<Record<StepKey, string>> = {
  promised: 'First promised', joined: 'Joined since', raised: 'Raised', lowered: 'Lowered', left: 'Left the portfolio', withdrawn: 'Figure withdrawn', forecast: 'Forecast now',
  not_yet_due: 'Not yet due', undated: 'Without a date', unreported: 'Due, not reported', shortfall: 'Shortfall', excess: 'Above forecast', realised: 'Realised',
}
const notes: Readonly<Record<StepKey, string>> = {
  promised: 'The first figure given for each initiative at the first position that gave benefits.',
  joined: 'The first figure of initiatives that came later.',
  raised: 'Later figures above the first one.',
  lowered: 'Later figures below the first one.',
  left: 'The last figure of initiatives that are no longer in the portfolio. What became of it was not reported.',
  withdrawn: 'The last figure of initiatives that are still there but no longer give one.',
  forecast: 'The figure of each initiative at the position looked at.',
  not_yet_due: 'Falls in fiscal years that are not over.',
  undated: 'Has no end date, so no year can be given.',
  unreported: 'Falls in years that are over, and nothing was recorded for the initiative.',
  shortfall: 'Recorded below what was due.',
  excess: 'Recorded above what was due.',
  realised: 'Recorded as realised, with evidence.',
}

/**
 * The value waterfall of a book. promised + joined + raised − lowered − left − withdrawn = forecast, and
 * forecast − not yet due − undated − unreported − shortfall + excess = realised, both to the minor unit.
 * Realised is undefined, not zero, while nothing has been recorded (formula `value-waterfall`).
 */
export function waterfall(book: BookFacts): readonly Step[] {
  book.initiatives.forEach(checkFacts)
  const step = (key: StepKey, amountOf: (facts: BenefitFacts) => Metric<Money> | undefined): Step => {
    const parts = book.initiatives.flatMap((facts) => partOf(facts, key, amountOf(facts)))
    const kind = key === 'promised' || key === 'forecast' || key === 'realised' ? 'total' : 'change'
    return { key, label: labels[key], kind, ...explainTotal(labels[key], parts, book.zero, { formula: 'value-waterfall', note: notes[key], whenEmpty: 'NOT_MEASURED' }) }
  }
  const standing = new Map(book.initiatives.map((facts) => [facts.id, standingOf(facts, book)]))
  const standingFor = (facts: BenefitFacts) => standing.get(facts.id) ?? standingOf(facts, book)
  const change = (facts: BenefitFacts): Money => (facts.promised.status === 'ok' && facts.last.status === 'ok' ? subtractMoney(facts.last.value, facts.promised.value) : book.zero)
  const lastOf = (facts: BenefitFacts): Money => (facts.last.status === 'ok' ? facts.last.value : book.zero)
  const gap = (facts: BenefitFacts): Money => {
    const { realised, due } = standingFor(facts)
    return subtractMoney(realised, due)
  }
  const nonZero = (amount: Money): Metric<Money> | undefined => (amount.minor === 0n ? undefined : known(amount))
  const anyMeasured = book.initiatives.some((facts) => facts.realised.length > 0)
  const steps = [
    step('promised', (facts) => (facts.promisedAtFirst ? facts.promised : undefined)),
    step('joined', (facts) => (facts.promisedAtFirst ? undefined : onlyKnown(facts.promised))),
    step('raised', (facts) => (change(facts).minor > 0n ? known(change(facts)) : undefined)),
    step('lowered', (facts) => (change(facts).minor < 0n ? known(change(facts)) : undefined)),
    step('left', (facts) => (facts.current ? undefined : nonZero(negateMoney(lastOf(facts))))),
    step('withdrawn', (facts) => (facts.current && facts.forecast.status !== 'ok' ? nonZero(negateMoney(lastOf(facts))) : undefined)),
    step('forecast', (facts) => (facts.current ? facts.forecast : undefined)),
    step('not_yet_due', (facts) => nonZero(negateMoney(standingFor(facts).later))),
    step('undated', (facts) => nonZero(negateMoney(standingFor(facts).undated))),
    step('unreported', (facts) => (standingFor(facts).measured ? undefined : nonZero(negateMoney(standingFor(facts).due)))),
    step('shortfall', (facts) => (standingFor(facts).measured && gap(facts).minor < 0n ? known(gap(facts)) : undefined)),
    step('excess', (facts) => (standingFor(facts).measured && gap(facts).minor > 0n ? known(gap(facts)) : undefined)),
    step('realised', (facts) => realisedOf(facts, standingFor(facts).realised, anyMeasured)),
  ]
  return steps
}

/** Whether both halves of a waterfall sum exactly; a realised figure that is undefined stands for nothing recorded. */
export function closes(steps: readonly Step[]): boolean {
  const amount = (key: StepKey): bigint => {
    const metric = steps.find((step) => step.key === key)?.metric
    return metric?.status === 'ok' ? metric.value.minor : 0n
  }
  const sum = (keys: readonly StepKey[]): bigint => keys.reduce((total, key) => total + amount(key), 0n)
  const promise = sum(['promised', 'joined', 'raised', 'lowered', 'left', 'withdrawn']) === amount('forecast')
  return promise && sum(['forecast', 'not_yet_due', 'undated', 'unreported', 'shortfall', 'excess']) === amount('realised')
}

const onlyKnown = (metric: Metric<Money>): Metric<Money> | undefined => (metric.status === 'ok' ? metric : undefined)

/** The premises under which the steps close. */
function checkFacts({ id, promised, last, forecast, forecastByYear, current }: BenefitFacts): void {
  invariant((promised.status === 'ok') === (last.status === 'ok'), `initiative ${id} has a first figure exactly where it has a last one`)
  if (forecast.status !== 'ok') invariant(forecastByYear.length === 0, `initiative ${id} has no yearly forecast without a forecast`)
  else invariant(current && last.status === 'ok' && last.value.minor === forecast.value.minor, `the forecast of initiative ${id} is its last figure`)
}

/** Listed only where something was recorded; where nothing was at all, every initiative says so, and the total is undefined. */
function realisedOf(facts: BenefitFacts, realised: Money, anyMeasured: boolean): Metric<Money> | undefined {
  if (facts.realised.length > 0) return known(realised)
  return anyMeasured ? undefined : { status: 'undefined', reason: 'NOT_MEASURED' }
}

function partOf(facts: BenefitFacts, key: StepKey, amount: Metric<Money> | undefined): readonly Part[] {
  if (!amount) return []
  const source = key === 'promised' || key === 'joined' ? facts.promisedSource : key === 'forecast' ? facts.forecastSource : undefined
  return [{ term: facts.name, amount, ...(source ? { source } : {}) }]
}

