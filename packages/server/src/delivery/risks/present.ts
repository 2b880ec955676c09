import type { Contingency, Exposure, Exposures, Issue, IssueList, IssuesAsked, RecordedEstimate, Registers, RegistersAsked, Risk, RiskDetail, RiskList, RisksAsked } from '@throughline/contract/delivery'
import { toWire } from '@throughline/contract/wire'
import { exposureOf, sameEstimate } from '@throughline/engine/delivery'
import { drawnOf, isRunning } from '@throughline/engine/governance'
import { known, missing, money, type Metric, type Money } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { readInitiatives } from '../../demand/index.ts'
import { drawdownOf, issueOf, readRegistered, readRisksAmong, recordedOf, riskOf, type ContingencyRecord, type DrawdownRecord, type EstimateRecord, type IssueRecord, type RiskRecord } from './store.ts'

type Named = { readonly id: string; readonly name: string }
/** What a register is shown with. */
export type Shown = { readonly initiative: Named; readonly currency: string }

/** Rows of a page where nobody said how many; estimates and drawdowns that one answer lists. */
const [usualPage, mostListed] = [50, 200]

/** Risks as they travel, each with how often it was reviewed and when last. */
export function presentRisks(records: readonly RiskRecord[], estimates: readonly EstimateRecord[], initiative: Named): readonly Risk[] {
  const reviews = Map.groupBy(estimates.filter(({ occasion }) => occasion === 'reviewed'), ({ risk_id }) => risk_id)
  return records.map((record) => {
    const own = reviews.get(record.id) ?? []
    return { ...toWire(riskOf(record)), version: record.version, initiative, reviewedOn: own.at(-1)?.on_day ?? null, reviews: own.length }
  })
}

const has = (words: string, texts: readonly (string | null)[]): boolean => words === '' || texts.some((text) => text?.toLowerCase().includes(words))
const wordsIn = (search: string | undefined): string => search?.trim().toLowerCase() ?? ''

/** The exposure of risks, threats and opportunities apart, as it travels. */
export function presentExposures(records: readonly RiskRecord[], currency: string, most?: number): Exposures {
  const risks = records.map(riskOf)
  const of = (kind: 'threat' | 'opportunity') => toWire(exposureOf(risks, kind, currency, most)) as unknown as Exposure
  return { threats: of('threat'), opportunities: of('opportunity') }
}

/** A page of the risks that were asked for, with counts and exposure of all of them. */
export function presentRiskPage(records: readonly RiskRecord[], estimates: readonly EstimateRecord[], { initiative, currency }: Shown, { search, state, kind, from = 0, limit = usualPage }: RisksAsked): Omit<RiskList, 'may'> {
  const words = wordsIn(search)
  const found = records.filter((one) => (state === undefined || one.state === state) && (kind === undefined || one.kind === kind) && has(words, [one.key, one.title, one.owner, one.event]))
  const count = (of: Risk['state']): number => records.filter((one) => one.state === of).length
  return {
    initiative, currency, amounts: 'shown', risks: [...presentRisks(found.slice(from, from + limit), estimates, initiative)], from, total: found.length,
    counts: { open: count('open'), occurred: count('occurred'), closed: count('closed') }, exposure: presentExposures(records, currency),
  }
}

/** One risk with what was ever estimated of it, the newest first. */
export function presentRisk(record: RiskRecord, estimates: readonly EstimateRecord[], initiative: Named): RiskDetail {
  const [risk] = presentRisks([record], estimates, initiative)
  const told = estimates.map((row, at): RecordedEstimate => {
    const [own, before] = [recordedOf(row), estimates[at - 1]]
    return { id: row.id, ...toWire(own), changed: before !== undefined && !sameEstimate(own, recordedOf(before)), words: row.words, by: row.given_by, at: row.given_at }
  })
  return { risk: risk as Risk, estimates: told.toReversed().slice(0, mostListed), omitted: Math.max(0, told.length - mostListed) }
}

export function presentIssues(records: readonly IssueRecord[], risks: readonly RiskRecord[], initiative: Named): readonly Issue[] {
  const named = new Map(risks.map(({ id, key, title }) => [id, { id, key, title }]))
  return records.map((record) => ({ ...issueOf(record), version: record.version, initiative, risk: record.risk_id === null ? null : (named.get(record.risk_id) ?? null) }))
}

/** A page of the issues that were asked for. */
export function presentIssuePage(records: readonly IssueRecord[], risks: readonly RiskRecord[], initiative: Named, { search, open, from = 0, limit = usualPage }: IssuesAsked): Omit<IssueList, 'may'> {
  const words = wordsIn(search)
  const found = records.filter((one) => (!open || one.resolved_on === null) && has(words, [one.key, one.title, one.owner]))
  const resolved = records.filter(({ resolved_on }) => resolved_on !== null).length
  return { initiative, issues: [...presentIssues(found.slice(from, from + limit), risks, initiative)], from, total: found.length, counts: { open: records.length - resolved, resolved } }
}

/** The contingency of an initiative with what was drawn of it, the newest first. */
export function presentContingency(record: ContingencyRecord | undefined, drawn: readonly DrawdownRecord[], names: ReadonlyMap<string, string>, { initiative, currency }: Shown): Omit<Contingency, 'may'> {
  const drawdowns = drawn.map(drawdownOf)
  const [amount, all] = [(minor: bigint): Metric<Money> => known(money(minor, currency)), drawnOf(drawdowns)]
  const agreed = record ? BigInt(record.agreed_minor) : null
  const reversed = new Set(drawdowns.map(({ reverses }) => reverses))
  return {
    initiative, currency, version: record?.version ?? null, agreedOn: record?.agreed_on ?? null, words: record?.words ?? '',
    ...(toWire({ agreed: agreed === null ? missing('contingency') : amount(agreed), drawn: agreed === null ? missing('contingency') : amount(all), left: agreed === null ? missing('contingency') : amount(agreed - all) }) as unknown as Pick<Contingency, 'agreed' | 'drawn' | 'left'>),
    drawdowns: drawdowns.slice(0, mostListed).map(({ id, on, amountMinor, for: cause, words, reverses }, at) => ({
      id, on, amount: toWire(amount(amountMinor)) as unknown as Contingency['agreed'], for: cause === null ? null : { ...cause, name: names.get(cause.id) ?? `a withdrawn ${cause.kind}` }, words, by: drawn[at]?.drawn_by ?? '', at: drawn[at]?.drawn_at ?? '', reverses, reversed: reversed.has(id),
    })),
    omitted: Math.max(0, drawdowns.length - mostListed),
  }
}

/** Risks that the explanation of one line of many lists: the register itself tells all. */
const mostInList = 5

/** Initiatives that have a register, by name. */
export async function presentRegisters(tx: Tx, currency: string, { search, from = 0, limit = usualPage }: RegistersAsked): Promise<Registers> {
  const [initiatives, words, openIssues] = [await readInitiatives(tx), wordsIn(search), await readRegistered(tx)]
  const registered = initiatives.filter(({ id }) => openIssues.has(id))
  const found = registered.filter(({ name }) => has(words, [name])).toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
  const listed = found.slice(from, from + limit)
  const risks = Map.groupBy(await readRisksAmong(tx, listed.map(({ id }) => id)), ({ initiative_id }) => initiative_id)
  return {
    from, total: found.length, without: initiatives.filter((one) => isRunning(one.state)).length - registered.filter((one) => isRunning(one.state)).length, amounts: 'shown',
    registers: listed.map(({ id, name, state }) => {
      const own = risks.get(id) ?? []
      const open = own.filter((one) => one.state === 'open')
      const { threats, opportunities } = presentExposures(own, currency, mostInList)
      return {
        initiative: { id, name }, running: isRunning(state), threats: open.filter(({ kind }) => kind === 'threat').length, opportunities: open.filter(({ kind }) => kind === 'opportunity').length, unestimated: threats.unestimated + opportunities.unestimated,
        over: own.length - open.length, openIssues: openIssues.get(id) ?? 0, exposure: threats.expected,
      }
    }),
  }
}
