import { readFile } from 'node:fs/promises'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { spreadCost } from '@throughline/engine/demand'
import { money, units } from '@throughline/engine/kernel'
import { fewMoves, recalibrate, type RecalibrationInput, type ToGo } from '@throughline/engine/portfolio'
import { contributionOf, type ContributionByKey } from '@throughline/engine/strategy'
import { readCsv } from '@throughline/exchange/csv'
import { contributionsBy, StrategyFile } from './example-file.ts'
import { mappingsOfFile, nextContributions, versionOfFile } from './example-next.ts'

const folder = new URL('../../../../examples/uk-gmpp/', import.meta.url)
const strategyIn = async (name: string): Promise<StrategyFile> => {
  const file: unknown = JSON.parse(await readFile(new URL(name, folder), 'utf8'))
  if (!Value.Check(StrategyFile, file)) throw new Error(`${name} has another form`)
  return file
}

/** The projects of the newest position, 31 March 2024, as published. */
async function projects() {
  const read = readCsv(Uint8Array.from(await readFile(new URL('panel-2014-2024.csv', folder))), 'panel.csv')
  if (!read.ok) throw new Error(read.refusal.code)
  const [header = [], ...rows] = read.value.sheet.rows.map((row) => row.map(({ text }) => text))
  const all = rows.map((row) => Object.fromEntries(header.map((key, at) => [key, row[at] ?? ''])))
  return all.filter((row) => row['snapshot_date'] === '2024-03-31').map((row) => ({
    id: row['project_name'] ?? '', name: row['project_name'] ?? '', category: row['category'] ?? null, unitName: row['department'] ?? null,
    startOn: row['start_date'] || null, endOn: row['end_date'] || null, cost: row['wlc_baseline_gbpm'] ? Number(row['wlc_baseline_gbpm']) : null, benefits: Number(row['benefits_baseline_gbpm'] || 0),
  }))
}

const [first, second, published] = [await strategyIn('strategy.json'), await strategyIn('strategy-2025.json'), await projects()]
const byInitiative = (all: readonly { readonly initiativeId: string; readonly objective: string; readonly contribution: number }[]) => {
  const grouped = Map.groupBy(all, ({ initiativeId }) => initiativeId)
  return (id: string): ContributionByKey => new Map((grouped.get(id) ?? []).map(({ objective, contribution }) => [objective, contributionOf(contribution)]))
}
const [before, after] = [byInitiative(contributionsBy(first.contributionRules.rules, published)), byInitiative(nextContributions(first, second, published))]
const million = 100_000_000
const firstYear = 2024
const initiatives = published.flatMap((one): readonly ToGo[] => {
  const { id, name, unitName, startOn, endOn, cost, benefits } = one
  const { lines } = spreadCost({ total: money(BigInt(Math.round((cost ?? 0) * million)), 'GBP'), startOn, endOn }, { startMonth: 4, startDay: 1, label: 'span' })
  const ahead = lines.filter(({ year }) => year >= firstYear)
  const costToGo = ahead.reduce((sum, { amount }) => sum + Number(amount.minor), 0)
  if (costToGo <= 0) return []
  return [{
    id, name, unitId: unitName, standing: 'running', mandatory: false, benefitsToGo: benefits * million, costToGo, costByYear: Object.fromEntries(ahead.map(({ year, amount }) => [String(year), Number(amount.minor)])),
    exitCost: 0, switchingCost: 0, before: before(id), after: after(id), asApproved: null, finishOn: endOn, affected: unitName === null ? [] : [unitName], decides: unitName ?? 'Cabinet', decideBy: null,
  }]
})
const toGo = initiatives.reduce((sum, { costToGo }) => sum + costToGo, 0)
const input = (share: number): RecalibrationInput => ({
  before: versionOfFile(first, 1), after: versionOfFile(second, 2), mappings: mappingsOfFile(second), initiatives, constraints: [{ kind: 'totalBudget', limit: Math.floor(toGo * share) }], currency: 'GBP', firstYear,
  worth: { kind: 'strategic' }, hysteresis: 0, emergency: null, benefits: [], coverage: [],
})
const value = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const effort = { workUnits: 30_000, explain: 'quick' } as const

describe('the later priorities of the UK example', () => {
  it('are a whole strategy: weights sum to 1, every objective is cited, rules speak of its own objectives', () => {
    const keys = new Set(second.objectives.map(({ key }) => key))
    expect(versionOfFile(second, 2).objectives.reduce((sum, { units }) => sum + units, 0)).toBe(100_000_000)
    expect(second.objectives.filter(({ citations, measures }) => citations.length === 0 || measures.some(({ unit }) => !(unit in units)))).toEqual([])
    expect(second.contributionRules.rules.filter(({ objective }) => !keys.has(objective))).toEqual([])
    expect([second.origin, second.sourceNote.includes('our judgement')]).toEqual(['our_reading', true])
  })

  it('judge anew what they have rules for and carry the rest over, to each part where an objective was split', () => {
    const road = { id: 'road', name: 'A303 Amesbury to Berwick Down', category: 'Infrastructure', unitName: 'DFT' }
    const police = { id: 'pnd', name: 'Police National Database (PND)', category: 'ICT', unitName: 'HO' }
    const of = (one: typeof road) => Object.fromEntries(nextContributions(first, second, [one]).map(({ objective, contribution }) => [objective, contribution]))
    expect(of(road)).toEqual({ emissions: -0.4, nature: -0.4, connectivity: -0.2 })
    expect(of(police)).toMatchObject({ 'neighbourhood-police': 0.7, justice: 0.2 })
    const unjudged = { ...second, contributionRules: { ...second.contributionRules, rules: [] } }
    expect(nextContributions(first, unjudged, [police]).filter(({ contribution }) => contribution === 0.8).map(({ objective }) => objective)).toEqual(['secure-borders', 'neighbourhood-police'])
  })
})

describe('recalibrating the real projects of March 2024', () => {
  const found = value(recalibrate(input(0.95), effort))
  const kindOf = new Map(found.actions.map(({ initiativeId, kind }) => [initiativeId, kind]))

  it('names every change of the strategy by its kind', () => {
    const kinds = Map.groupBy(found.difference, ({ kind }) => kind)
    expect(Object.fromEntries([...kinds].map(([kind, all]) => [kind, all.length]))).toMatchObject({ retired: 1, split: 2, added: 2, owner_changed: 2, target_changed: 5 })
    expect(found.difference).toContainEqual({ kind: 'deadline_moved', key: 'power', from: '2035-12-31', to: '2030-12-31' })
  })

  it('has an alignment and an action for every project with money to go, whose parts sum to the unit', () => {
    expect(found.actions).toHaveLength(initiatives.length)
    for (const { alignment } of found.actions) expect(alignment.terms.reduce((sum, { whole }) => sum + whole, 0)).toBe(alignment.after - alignment.before)
  })

  it('reshapes what served the retired objective and speeds up what the new priorities wait for', () => {
    expect(['Levelling Up Fund', 'Towns Fund', 'Freeports'].map((name) => kindOf.get(name))).toEqual(['reshape', 'reshape', 'reshape'])
    expect(['Digital Planning Programme', 'Local Land Charges (LLC) Programme'].map((name) => kindOf.get(name))).toEqual(['accelerate', 'accelerate'])
    expect(['Affordable Homes Programme', 'Frontline Digitisation', 'Early Years Childcare Reform Programme', 'Core Production Capability'].map((name) => kindOf.get(name))).toEqual(['continue', 'continue', 'continue', 'continue'])
  })

  it('ends first what serves nothing: with 5 % less money no project that serves the strategy more per pound gives way to one that serves it less', () => {
    const ended = found.actions.filter(({ kind }) => kind === 'stop' || kind === 'pause')
    expect(ended.map(({ initiativeId }) => initiativeId)).toEqual(expect.arrayContaining(['A417 Air Balloon', 'Washington Embassy Refurbishment']))
    // It serves nothing either, but fits into the money that is left: ending it would gain nothing, so it goes on.
    expect(kindOf.get('Tokyo Compound')).toBe('continue')
    expect(found.proved).toBe(true)
    const perPound = ({ alignment, costToGo }: (typeof ended)[number]): number => alignment.after / costToGo
    const [, nextBest = 0] = ended.map(perPound).sort((a, b) => b - a)
    const kept = found.actions.filter(({ kind, costToGo, alignment }) => kind !== 'stop' && kind !== 'pause' && alignment.after > 0 && costToGo > 0).map(perPound)
    // All but the one that fills what is left of the budget stand below the mean of what is kept.
    expect(nextBest).toBeLessThan(kept.reduce((sum, each) => sum + each, 0) / kept.length)
  })

  it('says the fewest ends that make the plan affordable, and which work comes after the earlier date for clean power', () => {
    const repair = value(fewMoves(input(0.95), found.selected, 0.9, effort))
    expect(repair).toMatchObject({ kind: 'repair', least: { start: [] } })
    if (repair.kind === 'repair') expect(repair.least.moves).toBeLessThan(found.running.length - found.selected.length)
    expect(found.consequences.late).toContainEqual({ initiativeId: 'Hydrogen Allocation Round 1 (HAR1)', key: 'power', finishOn: '2042-06-30', deadline: '2030-12-31' })
    expect(found.consequences.orphanedMeasures.map(({ key, name }) => `${key}: ${name}`)).toEqual(['towns: Levelling Up Fund allocated', 'borders: Additional police officers'])
  })

  it('keeps everything where there is money for everything, but what works against the strategy', () => {
    const all = value(recalibrate(input(1), effort))
    expect(all.running.filter((id) => !all.selected.includes(id)).every((id) => (all.alignments.get(id)?.after ?? 0) <= 0)).toBe(true)
  })
})
