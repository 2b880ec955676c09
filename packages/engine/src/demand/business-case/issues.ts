import { discountVintages } from '../appraisal/index.ts'
import { isCost, lastYearOf, type CaseContent, type CaseLine, type CaseOption, type CaseRisk } from './facts.ts'
import { classUsed, fewOfClass, leastOfClass } from './reference-class.ts'
import { rankOptions } from './rank.ts'
import { flowsOf, yearsOf } from './flows.ts'

/** What a case may not say: where, what was found, what was expected. */
export type CaseIssue = { readonly where: string; readonly found: string; readonly expected: string }

/** Everything that is wrong with what a case says; one without an issue can be kept, however much is still missing. */
export function caseIssues(content: CaseContent): readonly CaseIssue[] {
  const { options, preferred, scenarios } = content
  const second = (['do_nothing', 'do_minimum'] as const).flatMap((kind) => {
    const own = options.filter((one) => one.kind === kind)
    return own.length > 1 ? [{ where: 'options', found: own.map(({ name }) => name).join(', '), expected: `one option that is to ${kind.replace('_', ' ')}` }] : []
  })
  const unknown = preferred.optionId !== null && !options.some(({ id }) => id === preferred.optionId) ? [{ where: 'preferred option', found: preferred.optionId, expected: 'an option of this case' }] : []
  return [...basisIssues(content), ...twice('options', options), ...second, ...unknown, ...options.flatMap((option) => optionIssues(option, content)), ...twice('scenarios', scenarios)]
}

function basisIssues({ framework, basis: { rate, priceYear, presentYear } }: CaseContent): readonly CaseIssue[] {
  const vintage = rate.kind === 'schedule' && !discountVintages.some(({ id }) => id === rate.vintage) ? [{ where: 'discount rate', found: rate.vintage, expected: `one of ${discountVintages.map(({ id }) => id).join(', ')}` }] : []
  const green = framework === 'green_book' && rate.kind !== 'schedule' ? [{ where: 'discount rate', found: 'a rate of your own', expected: 'a published schedule: the Green Book asks for it' }] : []
  const low = rate.kind === 'flat' && rate.perYear <= -1 ? [{ where: 'discount rate', found: `${rate.perYear * 100} %`, expected: 'more than −100 %' }] : []
  const far = Math.abs(priceYear - presentYear) > 50 ? [{ where: 'price base year', found: String(priceYear), expected: `a year within 50 of ${presentYear}` }] : []
  return [...vintage, ...green, ...low, ...far]
}

function twice(where: string, things: readonly { readonly id: string; readonly name: string }[]): readonly CaseIssue[] {
  const again = things.find(({ name, id }, at) => things.findIndex((one) => one.id === id || one.name.trim().toLowerCase() === name.trim().toLowerCase()) !== at)
  return again ? [{ where, found: `${again.name} twice`, expected: 'each name once' }] : []
}

function optionIssues(option: CaseOption, content: CaseContent): readonly CaseIssue[] {
  const { name, lines, risks, unmonetised } = option
  const shared = risks.find(({ id }) => lines.some((line) => line.id === id))
  return [
    ...twice(`${name}, lines`, lines), ...lines.flatMap((line) => lineIssues(name, line, content)), ...twice(`${name}, risks`, risks), ...risks.flatMap((risk) => riskIssues(name, risk, content)), ...stackedIssues(option), ...classIssues(option),
    ...(shared ? [{ where: `${name}, risk ${shared.name}`, found: 'the id of a line', expected: 'an id of its own' }] : []),
    ...unmonetised.flatMap(({ name: what, about }) => (numbered.test(`${what} ${about}`) ? [{ where: `${name}, ${what}`, found: numbered.exec(`${what} ${about}`)?.[0] ?? '', expected: 'words without numbers: what can be counted belongs to the cash flow, or to a measure' }] : [])),
  ]
}

/** A number that stands by itself: not the 2 of CO2. */
const numbered = /(?<![\p{L}\p{N}])\p{N}[\p{N}.,]*/u

function lineIssues(option: string, { name, kind, amounts, range }: CaseLine, { basis }: CaseContent): readonly CaseIssue[] {
  const where = `${option}, ${name}`
  const years = amounts.map(({ year }) => year)
  const again = years.find((year, at) => years.indexOf(year) !== at)
  const outside = years.find((year) => year < basis.presentYear || year > lastYearOf(basis))
  const wrong = amounts.find(({ minor }) => (kind === 'disbenefit' ? minor > 0 : minor < 0))
  return [
    ...(again === undefined ? [] : [{ where, found: `${again} twice`, expected: 'each year once' }]),
    ...(outside === undefined ? [] : [{ where, found: String(outside), expected: `years from ${basis.presentYear}, to which values are discounted, to ${lastYearOf(basis)}: what was spent before is sunk and counts for no option` }]),
    ...(wrong ? [{ where, found: `an amount of ${wrong.year} ${kind === 'disbenefit' ? 'above' : 'below'} 0`, expected: kind === 'disbenefit' ? 'amounts below 0: a disbenefit is less benefit' : `amounts of 0 or more: ${isCost(kind) ? 'a cost is given as what is spent' : 'what is lost is a disbenefit'}` }] : []),
    ...(range && range.low > range.high ? [{ where: `${where}, range`, found: `${range.low} to ${range.high} %`, expected: 'the low end first' }] : []),
  ]
}

function riskIssues(option: string, { name, chance, low, likely, high, year }: CaseRisk, { basis }: CaseContent): readonly CaseIssue[] {
  const where = `${option}, risk ${name}`
  return [
    ...(chance > 0 && chance < 100 ? [] : [{ where, found: `a chance of ${chance} %`, expected: 'more than 0 % and less than 100 %: what is certain is a cost' }]),
    ...(low <= likely && likely <= high ? [] : [{ where, found: 'a range that does not rise', expected: 'least, most likely and most, in this order' }]),
    ...(year >= basis.presentYear && year <= lastYearOf(basis) ? [] : [{ where, found: String(year), expected: `a year from ${basis.presentYear} to ${lastYearOf(basis)}` }]),
  ]
}

/** The same doubt counted twice: an uplift on top of another one, or of a risk allowance that is in the estimate already; and one of doing nothing. */
function stackedIssues({ kind, name, estimate, bias, overrun, realised }: CaseOption): readonly CaseIssue[] {
  const where = `${name}, uplift`
  const doubted = bias ? 'optimism bias' : overrun || realised ? 'a reference class' : estimate === 'p80' ? 'a P80 estimate' : undefined
  if (kind === 'do_nothing' && doubted) return [{ where, found: doubted, expected: 'none: what others are held against is given as it is expected, or every comparison moves with a doubt that nobody sees' }]
  if (bias && overrun) return [{ where, found: 'optimism bias and a reference class', expected: 'one of them: together they count the same twice' }]
  if (estimate === 'p80' && (bias || overrun)) return [{ where, found: `${bias ? 'optimism bias' : 'a reference class'} on top of a P80 estimate`, expected: 'no uplift of an estimate that holds a risk allowance, or a base estimate' }]
  return bias && bias.mitigation > 0 && bias.evidence.trim() === '' ? [{ where: `${name}, optimism bias`, found: `${Math.round(bias.mitigation * 100)} % mitigated without evidence`, expected: 'what shows that it is mitigated' }] : []
}

function classIssues({ name, overrun, realised }: CaseOption): readonly CaseIssue[] {
  const cost = overrun && overrun.overruns.length < leastOfClass ? [{ where: `${name}, reference class ${overrun.name}`, found: `${overrun.overruns.length} works`, expected: `at least ${leastOfClass}` }] : []
  const below = overrun?.overruns.find((one) => one < -100)
  const strange = below === undefined ? [] : [{ where: `${name}, reference class ${overrun?.name ?? ''}`, found: `${below} %`, expected: 'an overrun of −100 % or more' }]
  const benefits = realised && !classUsed(realised) ? [{ where: `${name}, benefits of ${realised.name}`, found: `${realised.rates.length} benefits${realised.parent ? `, and ${realised.parent.rates.length} of ${realised.parent.name}` : ' and no wider class'}`, expected: `at least ${leastOfClass} in one of both` }] : []
  return [...cost, ...strange, ...benefits]
}

/** What may be sound and often is not: said beside the case, and no hindrance. */
export function caseWarnings(content: CaseContent, currency: string): readonly string[] {
  const { options, preferred, basis } = content
  const { best, byRatio, byRate } = rankOptions(content, currency)
  const chosen = options.find(({ id }) => id === preferred.optionId)
  const lives = new Set(options.filter(({ kind, lines }) => kind !== 'do_nothing' && lines.length > 0).map((option) => yearsOf(flowsOf(option, basis)).net.length))
  return [
    ...(chosen && best && chosen !== best ? [`${chosen.name} is preferred although ${best.name} is worth more: the reason has to carry that.`] : []),
    ...[...new Set([byRatio, byRate])].flatMap((one) => (one && best ? [`By ${one === byRatio ? (one === byRate ? 'ratio and rate of return' : 'benefit-cost ratio') : 'rate of return'} ${one.name} would come first. Options of which one can be chosen are ranked by net present value: ${best.name} leaves more.`] : [])),
    ...(lives.size > 1 ? ['Options end in different years: compare their equivalent annual values as well.'] : []),
    ...(options.filter(({ kind }) => kind === 'do_something').length === 1 ? ['Only one option does something: a choice between that and little is no choice.'] : []),
    ...options.flatMap(({ name, estimate, bias, overrun, realised, risks }) => [
      ...(bias && risks.length > 0 ? [`${name} has optimism bias and risks with amounts: as risks are put into amounts, bias is to fall, or the same is counted twice.`] : []),
      ...(overrun && estimate === 'base' && risks.length > 0 ? [`${name} has a reference class and risks with amounts: overruns of past works hold the risks that came, so that the same may be counted twice.`] : []),
      ...(overrun && overrun.overruns.length >= leastOfClass && overrun.overruns.length < fewOfClass ? [`${name}: the reference class ${overrun.name} has ${overrun.overruns.length} works; below ${fewOfClass} the quantile depends much on its method.`] : []),
      ...(realised && classUsed(realised) && (classUsed(realised)?.rates.length ?? 0) < fewOfClass ? [`${name}: what usually comes of benefits rests on ${classUsed(realised)?.rates.length ?? 0} of ${classUsed(realised)?.name ?? ''}.`] : []),
    ]),
  ]
}
