import type { BusinessCase, CaseAppraisal, CaseFigures, CaseListRow, CaseVersion } from '@throughline/contract/demand'
import { toWire } from '@throughline/contract/wire'
import { amountFigures, appraiseOption, caseParts, casePartKeys, caseWarnings, inMoney, missingOf, nothingOf, optionFigures, rankOptions, sensitivityOf, standingsOf, tryScenarios, type Assumption, type CaseContent, type ElementStanding, type OptionAppraisal } from '@throughline/engine/demand'
import { known, mapMetric, money, undefinedBecause, type Currency, type Explained, type Metric, type Money } from '@throughline/engine/kernel'
import type { KnownAround, StoredCase } from './store.ts'

/** By whom a case is looked at: whether amounts are told, and in which currency they are. */
export type Onlooker = { readonly told: boolean; readonly currency: Currency }

/** A version as the list of versions tells it. */
export const presentVersion = ({ id, no, state, version, drafted_by: draftedBy, drafted_at: draftedAt, submitted_by: submittedBy, submitted_at: submittedAt, decided_by, decided_at, reason, decision_id }: StoredCase): CaseVersion => ({
  id, no, state, version, draftedBy, draftedAt, submittedBy, submittedAt, decided: decided_at === null ? null : { by: decided_by ?? '', at: decided_at, reason, decisionId: decision_id },
})

/** What stands around a version: what stood there when it was submitted, or what does now. */
export const aroundOf = ({ known: then }: Pick<StoredCase, 'known'>, now: KnownAround): KnownAround => then ?? now

/** A version with what it comes to. Without the right to see amounts there is no appraisal, and no line tells an amount. */
export function presentCase(stored: StoredCase, now: KnownAround, { told, currency }: Onlooker): BusinessCase {
  const { content } = stored
  const around = aroundOf(stored, now)
  const standings = standingsOf(content, { objectives: around.objectives.length })
  return {
    ...presentVersion(stored), stage: content.stage, framework: content.framework, basis: { ...content.basis }, doubt: { ...content.doubt }, preferred: { ...content.preferred }, scenarios: content.scenarios.map((one) => ({ ...one })),
    options: presentOptions(content, told), parts: presentParts(content, standings), missing: missingOf(standings).map(presentMissing), warnings: told ? [...caseWarnings(content, currency)] : [],
    objectives: around.objectives.map((one) => ({ ...one })), appraisal: told ? presentAppraisal(content, currency) : null,
  }
}

const presentMissing = ({ element: { part, title }, lacks, giver }: ElementStanding): BusinessCase['missing'][number] => ({ part: caseParts[part].title, element: title, lacks, giver })

function presentOptions({ options }: CaseContent, told: boolean): BusinessCase['options'] {
  const amount = (minor: number): string | null => (told ? String(minor) : null)
  return toWire(options.map(({ lines, risks, ...option }) => ({
    ...option, lines: lines.map((line) => ({ ...line, amounts: told ? line.amounts.map(({ year, minor }) => ({ year, minor: String(minor) })) : [] })),
    risks: risks.map(({ low, likely, high, ...risk }) => ({ ...risk, lowMinor: amount(low), likelyMinor: amount(likely), highMinor: amount(high) })),
  }))) as BusinessCase['options']
}

function presentParts({ words, givers }: CaseContent, standings: readonly ElementStanding[]): BusinessCase['parts'] {
  return casePartKeys.map((key) => {
    const own = standings.filter(({ element }) => element.part === key)
    return {
      key, title: caseParts[key].title, asks: caseParts[key].asks, giver: own[0]?.giver ?? caseParts[key].giver, named: (givers[key] ?? '') !== '',
      elements: own.map(({ element, standing, lacks, giver }) => ({ key: element.key, title: element.title, asks: element.asks, words: element.words, standing, lacks, giver, text: words[element.key] ?? '' })),
    }
  })
}

const minorOf = (value: number): bigint => BigInt(Math.round(value))
const asMoney = (metric: Metric<number>, currency: Currency): Metric<Money> => mapMetric(metric, (value) => money(minorOf(value), currency))
const moneyOf = ({ metric, why }: Explained<number>, currency: Currency): Explained<Money> => ({ metric: asMoney(metric, currency), why })

function presentFigures({ figures }: OptionAppraisal, currency: Currency): CaseFigures {
  return toWire(Object.fromEntries(optionFigures.map((key) => [key, amountFigures.has(key) ? moneyOf(figures[key], currency) : figures[key]]))) as unknown as CaseFigures
}

function presentAppraisal(content: CaseContent, currency: Currency): CaseAppraisal {
  const { options, best, byRatio, byRate } = rankOptions(content, currency)
  return {
    bestId: best?.id ?? null, byRatioId: byRatio?.id ?? null, byRateId: byRate?.id ?? null,
    options: options.map(({ option, appraisal, rank }) => ({
      optionId: option.id, rank, figures: presentFigures(appraisal, currency), roots: [...appraisal.roots], againstRoots: [...appraisal.againstRoots],
      against: appraisal.against ? (toWire({ ...appraisal.against, net_present_value: moneyOf(appraisal.against.net_present_value, currency) }) as CaseAppraisal['options'][number]['against']) : null,
      years: appraisal.years.map(({ year, cost, benefit, net, factor }) => ({ year, costMinor: String(minorOf(cost)), benefitMinor: String(minorOf(benefit)), netMinor: String(minorOf(net)), factor })),
      sensitivity: sensitivityOf(option, content).map((one) => presentAssumption(one, currency)),
    })),
    scenarios: tryScenarios(content).map(({ scenario, worth, bestId }) => ({ id: scenario.id, bestId: bestId ?? null, worth: worth.map((one) => ({ optionId: one.optionId, worth: toWire(asMoney(known(one.worth), currency)) as CaseAppraisal['scenarios'][number]['worth'][number]['worth'] })) })),
  }
}

function presentAssumption({ atLow, atHigh, switching, switchesAt, ...one }: Assumption, currency: Currency): CaseAppraisal['options'][number]['sensitivity'][number] {
  return { ...one, switchesAt: [...switchesAt], ...(toWire({ atLow: asMoney(known(atLow), currency), atHigh: asMoney(known(atHigh), currency), switching: { ...switching, why: inMoney(switching.why, currency, 1) } }) as Pick<CaseAppraisal['options'][number]['sensitivity'][number], 'atLow' | 'atHigh' | 'switching'>) }
}

const withheld = (term: string) => ({ metric: undefinedBecause('WITHHELD'), why: { term, figure: undefinedBecause('WITHHELD') } })
const unknown = (term: string) => ({ metric: { status: 'missing' as const, inputs: ['preferred option'] }, why: { term, figure: { status: 'missing' as const, inputs: ['preferred option'] } } })

/** A version as a row of the list: what the preferred option is worth against doing nothing, and what is missing. */
export function presentRow(row: StoredCase & { readonly key: string; readonly name: string; readonly unit_id: string | null }, now: KnownAround, { told, currency, unitName }: Onlooker & { unitName(id: string | null): string | null }): CaseListRow {
  const { content } = row
  const standings = standingsOf(content, { objectives: aroundOf(row, now).objectives.length })
  const preferred = content.options.find(({ id }) => id === content.preferred.optionId)
  const appraisal = told && preferred ? appraiseOption(preferred, nothingOf(content), content.basis, currency) : undefined
  const worth = appraisal?.against?.net_present_value ?? appraisal?.figures.net_present_value
  const [worthTerm, ratioTerm] = ['Net present value, against doing nothing', 'Benefits over cost, discounted']
  const { no, state, submittedAt, decided } = presentVersion(row)
  return {
    initiative: { id: row.initiative_id, key: row.key, name: row.name }, unit: unitName(row.unit_id), no, state, stage: content.stage, asked: standings.filter(({ standing, element }) => standing !== 'not_asked' && isAskedAt(element.from, content.stage)).length, missing: missingOf(standings).length, preferred: preferred?.name ?? null, submittedAt, decided,
    worth: toWire(worth ? moneyOf(worth, currency) : told ? unknown(worthTerm) : withheld(worthTerm)) as CaseListRow['worth'], ratio: toWire(appraisal ? (appraisal.against ?? appraisal.figures).ratio : told ? unknown(ratioTerm) : withheld(ratioTerm)) as CaseListRow['ratio'],
  }
}
const stages = ['light', 'strategic_outline', 'outline', 'full'] as const
const isAskedAt = (from: CaseContent['stage'], stage: CaseContent['stage']): boolean => stages.indexOf(from) <= stages.indexOf(stage)
