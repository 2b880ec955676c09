import type { AssuredRegister, Calibration, InitiativeRiskAssurance, RegisterFinding, RiskAssurance, RiskAssuranceAsked, RiskOpinion, RiskRules } from '@throughline/contract/governance'
import { toWire } from '@throughline/contract/wire'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { exposureOf } from '@throughline/engine/delivery'
import { calibrationOf, foresightOf, isRunning, opinionClasses, type RegisterFacts, type RiskRules as Rules } from '@throughline/engine/governance'
import type { Tx } from '../../database/index.ts'
import { judgeRegister, readJudge, type Judged } from './judged.ts'
import type { RiskAssuranceSources } from './sources.ts'
import { readNewestOpinions, readOpinionsOf, type StoredOpinion } from './store.ts'

/** Findings of today, findings of an opinion and opinions that one answer lists; registers of a page where nobody said how many. */
export const mostOfOpinion = 100
const [mostFindings, mostOpinions, usualPage] = [300, 20, 50]

export const presentRules = (rules: Rules, version: number | null): RiskRules => ({ version, nearDays: rules.nearDays, nearReviewDays: rules.nearReviewDays, fullReviewDays: rules.fullReviewDays, lowReviewDays: rules.lowReviewDays, staleReviews: rules.staleReviews, leastPattern: rules.leastPattern, leastOver: rules.leastOver })

/** What is observed over registers: whether issues had been foreseen, and whether what was thought likely came. */
function observed(all: readonly Pick<RegisterFacts, 'risks' | 'issues'>[], rules: Rules): Pick<RiskAssurance, 'foresight' | 'threats' | 'opportunities'> {
  const risks = all.flatMap((one) => one.risks)
  const calibrated = (kind: 'threat' | 'opportunity'): Calibration => {
    const { kind: _, ...told } = calibrationOf(risks, kind, rules)
    return toWire(told) as Calibration
  }
  return { foresight: toWire(foresightOf(all)) as RiskAssurance['foresight'], threats: calibrated('threat'), opportunities: calibrated('opportunity') }
}

/** All registers of running initiatives, the gravest first, and what is observed over all registers: how it ended is told by initiatives that are over above all. */
export type Assurance = Omit<RiskAssurance, 'from' | 'total'>

/** Judges every register of a running initiative: work for each of its risks, so that it is kept until somebody writes anything. */
export async function judgeAll(tx: Tx, sources: RiskAssuranceSources, today: string): Promise<Assurance> {
  const initiatives = await sources.readInitiatives(tx)
  const running = initiatives.filter(({ state }) => isRunning(state))
  const [{ rules, version, judge }, registers, newest] = [await readJudge(tx, today), await sources.readRegisters(tx), await readNewestOpinions(tx)]
  const judged = running.flatMap((initiative) => {
    const kept = registers.get(initiative.id)
    return kept ? [{ initiative, ...judge(initiative.id, kept) }] : []
  })
  return {
    today, rules: presentRules(rules, version), without: running.length - judged.length, classes: [...opinionClasses, null].map((one) => ({ class: one, registers: judged.filter(({ opinion: { metric } }) => (metric.status === 'ok' ? metric.value : null) === one).length })),
    registers: judged.toSorted(graver).map(({ initiative: { id, name }, facts, counts, opinion }): AssuredRegister => {
      const issued = newest.get(id)
      return { initiative: { id, name }, tier: facts.tier, opinion: toWire(opinion) as AssuredRegister['opinion'], counts: { ...counts }, open: facts.risks.filter(({ state }) => state === 'open').length, issued: issued ? { no: issued.no, class: issued.class, by: issued.given_by, on: issued.of_day } : null }
    }),
    ...observed(initiatives.flatMap(({ id }) => registers.get(id) ?? []), rules),
  }
}

/** A page of the registers that were asked for. */
export function pageOf({ registers, ...rest }: Assurance, { class: asked, search, from = 0, limit = usualPage }: RiskAssuranceAsked): RiskAssurance {
  const words = search?.trim().toLowerCase() ?? ''
  const found = registers.filter(({ initiative, opinion: { metric } }) => (asked === undefined || (metric.status === 'ok' && metric.value === asked)) && (words === '' || initiative.name.toLowerCase().includes(words)))
  return { ...rest, from, total: found.length, registers: found.slice(from, from + limit) }
}

type Listed = Judged & { readonly initiative: Pick<InitiativeFacts, 'name'> }
/** By class, the worst first and what has none last; then by how many findings of each severity; then by name. */
function graver(a: Listed, b: Listed): number {
  const place = ({ opinion: { metric } }: Listed): number => (metric.status === 'ok' ? opinionClasses.indexOf(metric.value) : -1)
  const [first, second] = [a.initiative.name.toLowerCase(), b.initiative.name.toLowerCase()]
  return place(b) - place(a) || b.counts.high - a.counts.high || b.counts.medium - a.counts.medium || b.counts.low - a.counts.low || (first < second ? -1 : first > second ? 1 : 0)
}

/** The process of one initiative, and its exposure beside it. */
export async function presentOne(tx: Tx, sources: RiskAssuranceSources, { id, name, state }: Pick<InitiativeFacts, 'id' | 'name' | 'state'>, today: string): Promise<InitiativeRiskAssurance> {
  const { facts, findings, counts, opinion, rules } = await judgeRegister(tx, sources, id, today)
  const opinions = await readOpinionsOf(tx, id, mostOpinions + 1)
  const exposure = (kind: 'threat' | 'opportunity') => toWire(exposureOf(facts.risks, kind, facts.currency)) as unknown as InitiativeRiskAssurance['exposure']['threats']
  return {
    initiative: { id, name }, today, running: isRunning(state),
    process: { tier: facts.tier, opinion: toWire(opinion) as AssuredRegister['opinion'], counts: { ...counts }, findings: toWire(findings.slice(0, mostFindings)) as RegisterFinding[], omitted: Math.max(0, findings.length - mostFindings), ...observed([facts], rules) },
    exposure: { threats: exposure('threat'), opportunities: exposure('opportunity') }, issued: opinions.slice(0, mostOpinions).map(presentOpinion), issuedOmitted: Math.max(0, (opinions[0]?.no ?? 0) - mostOpinions),
  }
}

const presentOpinion = ({ id, no, class: given, by_rule, words, counts, findings, given_by, of_day, given_at }: StoredOpinion): RiskOpinion => ({
  id, no, class: given, byRule: by_rule, words, by: given_by, on: of_day, at: given_at, counts: { ...counts }, findings: [...findings], omitted: counts.high + counts.medium + counts.low - findings.length,
})
