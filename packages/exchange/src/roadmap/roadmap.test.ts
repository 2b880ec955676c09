import { kneesOf, priceRoadmapPins, roadmapBottlenecks, roadmapFrontier, solveRoadmap, type RoadmapCase } from '@throughline/engine/portfolio'
import { expect, it } from 'vitest'
import { readSheets } from '../formats/index.ts'
import { writeRoadmap, type RoadmapReport } from './index.ts'

/** Bridge 6.00 and Tunnel 5.00 in one year each, Ferry 4.00; ten pounds may be spent in the first year, five in the second. Tunnel is held in. */
const given: RoadmapCase = {
  periods: ['2027-28', '2028-29'],
  candidates: ([['Bridge', 600, 80_000], ['Tunnel', 500, 70_000], ['Ferry', 400, 50_000]] as const).map(([name, cost, worth]) => ({ id: name.toLowerCase(), name, starts: [0, 1], variants: [{ id: 'v', name: 'As planned', duration: 1, costs: [{ potId: 'all', amounts: [cost] }], demand: [], value: { benefits: { kind: 'once', amount: worth } } }] })),
  pots: [{ id: 'all', name: 'All money' }], pools: [],
  constraints: [{ kind: 'potBudget', potIds: ['all'], byPeriod: [1_000, 300] }, { kind: 'must', candidateId: 'tunnel', because: '=1+1', by: 'Ada' }],
  objective: { kind: 'weighted', weights: { benefits: 1 } },
}
const effort = { seed: 1, effort: 3_000 }

async function sheets() {
  const solved = solveRoadmap(given, effort)
  if (!solved.ok) throw new Error(solved.refusal.code)
  const answer = solved.value
  const points = roadmapFrontier(given, answer, 'money', [50, 100, 150, 200], effort)
  const report: RoadmapReport = {
    case: given, answer, valueUnit: 'money', currency: 'GBP', from: ['2027-04-01', '2028-04-01'], keys: { bridge: 'B-1', tunnel: 'T-1', ferry: 'F-1' }, record: [{ candidateId: 'bridge', variantId: 'v', start: 1 }], objectives: [],
    bottlenecks: roadmapBottlenecks(given, answer, { ...effort, count: 3 }), frontiers: [{ against: 'All budgets', points, knees: kneesOf(points) }], pins: priceRoadmapPins(given, answer, effort), notes: [{ label: 'Assumed', text: 'Nothing.' }],
  }
  const read = await readSheets(await writeRoadmap(report), 'roadmap.xlsx')
  if (!read.ok) throw new Error(read.refusal.code)
  return { answer, found: new Map(read.value.sheets.map((sheet) => [sheet.name, sheet.rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : '')))])) }
}

it('given a roadmap, then the workbook holds plan, cost, value, limits, pins, frontier and certificate, with sums', async () => {
  const { answer, found } = await sheets()
  expect([...found.keys()]).toEqual(['Plan', 'Cost by period', 'Value by period', 'Limits', 'Pins', 'Frontier', 'Certificate', 'Prices', 'About'])
  expect(answer).toMatchObject({ value: 120_000, proved: true })
  const plan = found.get('Plan') ?? []
  expect(plan.slice(1).map((row) => row.slice(1, 9))).toEqual([
    ['Ferry', 'In', '2027-28', '2027-04-01', 'As planned', '', '500', '4'],
    ['Tunnel', 'In', '2027-28', '2027-04-01', 'As planned', '', '700', '5'],
    ['Bridge', 'Out', '', '', '', '2028-29', '', ''],
    ['', '', '', '', '', '', '1200', '9'],
  ])
  expect(plan[3]?.[9]).toMatch(/^Bridge stays out: from 2027-28 it would give GBP 800.00; it takes GBP 6.00 of All money/)
  expect(found.get('Cost by period')?.at(-1)).toEqual(['Total', '', '9', '0'])
  expect(found.get('Value by period')?.at(-1)).toEqual(['Total', '', '1200', '0', '0'])
})

it('given a limit that is scarce, then its price and what more of it brought stand beside its use; the certificate repeats the proof', async () => {
  const { found } = await sheets()
  // 9 of 10 are spent; ten pence more bring nothing, and the price is of one pound
  expect(found.get('Limits')?.[1]?.slice(0, 7)).toEqual(['All money', '2027-28', 'GBP', '9', '10', '90%', 'Yes'])
  expect(found.get('Limits')?.[1]?.slice(8, 10)).toEqual(['0.1', '0'])
  expect(Number(found.get('Limits')?.[1]?.[7])).toBeGreaterThan(0)
  const proof = new Map((found.get('Certificate') ?? []).map(([figure, amount]) => [figure, amount]))
  expect([proof.get('Value of the plan'), proof.get('No plan is worth more than'), proof.get('Proved: none is better')]).toEqual(['1200', '1200', '1'])
  expect(found.get('Prices')?.length).toBeGreaterThan(1)
})

it('given a pin, then it stands with its reason as text, never as a formula, and with what it gives up', async () => {
  const { found } = await sheets()
  // without the pin Bridge and Ferry for 1300
  expect(found.get('Pins')?.[1]).toEqual(['Tunnel', 'In', 'Ada', '=1+1', '100', '100'])
})

it('given more money, then the frontier ends with everything, and the knee is named', async () => {
  const { found } = await sheets()
  expect((found.get('Frontier') ?? []).slice(1).map((row) => [row[1], row[2], row[4], row[5] ?? ''])).toEqual([['50%', '700', '1', ''], ['100%', '1200', '2', ''], ['150%', '2000', '3', 'Knee'], ['200%', '2000', '3', '']])
})
