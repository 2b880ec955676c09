import { demandRoutes, type InitiativeDetail } from '@throughline/contract/demand'
import { appraisalKeys, appraise, discountVintages, optimismBias, type AppraisalChoices, type AppraisalKey, type BiasCategory, type ScheduleKind, type YearFlow } from '@throughline/engine/demand'
import { minorDigits } from '@throughline/engine/kernel'
import { toWire } from '@throughline/contract/wire'
import type { Explanation } from '@throughline/contract/wire'
import { UsageError, wordAt, type Command, type Typed } from '../terminal/command.ts'
import { explanationLines, metricText, minorText } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'
import { findInitiative, readOrganisation } from './find.ts'

/** The what-if appraisal of an initiative: the same arithmetic, with the same explanations, as on its page. */
export const appraiseCommand: Command = {
  name: 'initiative appraise',
  usage: '<initiative>',
  summary: 'The what-if appraisal of an initiative: net present value, rates of return, payback, by the rate that is chosen',
  options: {
    schedule: { about: 'Declining schedule: standard (unless said), health or sensitivity', takes: 'schedule' }, vintage: { about: 'Edition of the Green Book; green-book-2026 unless said', takes: 'edition' },
    rate: { about: 'A real rate of one’s own instead, in per cent a year', takes: 'percent' }, 'nominal-rate': { about: 'The rate is nominal' }, 'mid-year': { about: 'Flows fall in the middle of their year' },
    nominal: { about: 'Costs and benefits are of the prices of their years' }, inflation: { about: 'By what prices rise, in per cent a year; 2 unless said', takes: 'percent' },
    works: { about: 'Uplift of cost for optimism by the kind of work, e.g. standard_building', takes: 'kind' }, mitigated: { about: 'Of the uplift mitigated by evidence, in per cent', takes: 'percent' }, why: { about: 'Explain every figure' },
  },
  run: async (typed, { call, print }) => {
    const row = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const detail = await call(demandRoutes.readInitiative, { params: { id: row.id } })
    const { currency, calendar } = await readOrganisation(call)
    const found = appraise(yearFlows(detail), { ...choicesOf(typed, currency), days: { calendar, startOn: row.startOn, endOn: row.endOn } })
    print.answer(toWire(found), () => {
      if (found.status !== 'ok') return [`${row.name}: ${metricText(found, String)}`]
      const { figures, flows, roots, datedRoots } = found.value
      const several: Partial<Record<AppraisalKey, readonly number[]>> = { internal_rate: roots, dated_rate: datedRoots }
      const written = writtenIn(currency)
      return [
        row.name, '', ...tableLines(appraisalKeys, [{ head: 'Figure', of: (key) => words[key] }, { head: 'Value', of: (key) => ((several[key]?.length ?? 0) > 1 ? several[key]?.map(written.internal_rate).join(', ') ?? '' : metricText(figures[key].metric, written[key])), right: true, widest: 60 }]),
        '', ...tableLines(flows, [{ head: 'Year', of: ({ year }) => String(year) }, { head: 'Cost', of: ({ cost }) => written.net_present_value(cost), right: true }, { head: 'Benefits', of: ({ benefit }) => written.net_present_value(benefit), right: true }, { head: 'Factor', of: ({ factor }) => factor.toFixed(4), right: true }]),
        ...(typed.on('why') ? ['', ...appraisalKeys.flatMap((key) => explanationLines(toWire(figures[key].why) as Explanation))] : []),
      ]
    })
  },
}

const words: Readonly<Record<AppraisalKey, string>> = { net_present_value: 'Net present value', discounted_ratio: 'Benefit-cost ratio, discounted', internal_rate: 'Internal rate of return', dated_rate: 'Rate of return by days (XIRR)', modified_rate: 'Modified rate of return', payback: 'Payback', discounted_payback: 'Payback, discounted', equivalent_annual: 'Equivalent annual value', optimism_bias: 'Optimism bias of cost' }

function writtenIn(currency: string): Readonly<Record<AppraisalKey, (value: number) => string>> {
  const amount = (value: number): string => minorText(value * 10 ** minorDigits(currency), currency)
  const rate = (value: number): string => `${(value * 100).toFixed(2)} %`
  const years = (value: number): string => `${value.toFixed(1)} years`
  return { net_present_value: amount, equivalent_annual: amount, discounted_ratio: (value) => value.toFixed(2), internal_rate: rate, dated_rate: rate, modified_rate: rate, payback: years, discounted_payback: years, optimism_bias: (value) => `${Number(value.toFixed(2))} %` }
}

/** Cost and benefits of each year in whole units of the currency. */
function yearFlows({ costProfile, benefitProfile }: Pick<InitiativeDetail, 'costProfile' | 'benefitProfile'>): readonly YearFlow[] {
  const of = (lines: InitiativeDetail['costProfile']['lines'], wanted: number): number => lines.reduce((sum, { year, amount: { minor, currency } }) => (year === wanted ? sum + Number(minor) / 10 ** minorDigits(currency) : sum), 0)
  return [...new Set([...costProfile.lines, ...benefitProfile.lines].map(({ year }) => year))].map((year) => ({ year, cost: of(costProfile.lines, year), benefit: of(benefitProfile.lines, year) }))
}

/** What the engine is asked, from what was typed. */
export function choicesOf(typed: Typed, currency: string): AppraisalChoices {
  const bias = typed.one('works')
  const own = typed.one('rate')
  if (bias !== undefined && !(bias in optimismBias)) throw new UsageError(`Found --works ${bias}; expected one of ${Object.keys(optimismBias).join(', ')}.`)
  const [vintage, schedule] = [typed.one('vintage') ?? 'green-book-2026', typed.one('schedule') ?? 'standard']
  if (!discountVintages.some(({ id }) => id === vintage)) throw new UsageError(`Found --vintage ${vintage}; expected one of ${discountVintages.map(({ id }) => id).join(', ')}.`)
  if (!['standard', 'health', 'sensitivity'].includes(schedule)) throw new UsageError(`Found --schedule ${schedule}; expected standard, health or sensitivity.`)
  return {
    currency, prices: typed.on('nominal') ? 'nominal' : 'real', inflation: percentOf(typed, 'inflation', '2'), bias: bias === undefined ? null : { category: bias as BiasCategory, mitigation: percentOf(typed, 'mitigated', '0') },
    rate: own === undefined ? { vintage, schedule: schedule as ScheduleKind } : { perYear: percentOf(typed, 'rate', own), basis: typed.on('nominal-rate') ? 'nominal' : 'real', timing: typed.on('mid-year') ? 'mid' : 'end' },
  }
}

function percentOf(typed: Typed, name: string, unsaid: string): number {
  const text = (typed.one(name) ?? unsaid).replace(/\s*%$/, '')
  const value = Number(text)
  if (text === '' || !Number.isFinite(value)) throw new UsageError(`Found --${name} ${text}; expected a number of per cent such as 3.5.`)
  return value / 100
}
