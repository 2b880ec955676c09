import type { InitiativeDetail, PublishedFigure, Rating, Report } from '@throughline/contract/demand'
import type { ExplainedMoney, ExplainedNumber, Money } from '@throughline/contract/wire'
import { known, undefinedBecause, type Metric } from '@throughline/engine/kernel'

/** Nominal pounds from whole millions. */
export const pounds = (millions: number): Money => ({ minor: String(BigInt(millions) * 100_000_000n), currency: 'GBP', basis: { kind: 'nominal' }, cashClass: 'na' })

const published = (millions: number, asPublished = `£${millions}m`): PublishedFigure => ({ metric: known(pounds(millions)), low: null, high: null, asPublished, suspect: null })
const withheld: PublishedFigure = { metric: undefinedBecause('EXEMPT'), low: null, high: null, asPublished: 'Exempt under Section 43 of the Freedom of Information Act 2000', suspect: 'exempt' }
const range: PublishedFigure = { metric: undefinedBecause('RANGE_ONLY'), low: pounds(900), high: pounds(1_400), asPublished: '£0.9bn to £1.4bn', suspect: 'range_only' }

const moneyWhy = (term: string, metric: Metric<Money>, more: Partial<ExplainedMoney['why']> = {}): ExplainedMoney => ({ metric, why: { term, figure: metric.status === 'ok' ? known({ kind: 'money', money: metric.value }) : metric, ...more } })
const ratio = (term: string, metric: Metric<number>): ExplainedNumber => ({ metric, why: { term, figure: metric.status === 'ok' ? known({ kind: 'number', value: metric.value, unit: 'ratio' }) : metric, formula: 'benefit-cost-ratio' } })

/** What one publication says: nothing odd, unless the change says otherwise. */
export const report = (id: string, asOf: string, rating: Rating | null, change: Partial<Report> = {}): Report => ({
  id, publicationId: `p-${id}`, publication: `Annual report ${asOf.slice(0, 4)}`, asOf, name: 'Night Mail Programme', publishedId: 'DOT_0001', unit: 'DfT', category: 'Infrastructure', rating, ratingAsPublished: rating?.level ?? 'Exempt', sponsorRating: null,
  startOn: '2018-04-01', endOn: '2028-03-31', startAsPublished: '01/04/2018', endAsPublished: '31/03/2028', cost: published(1_200), benefits: published(2_600), inYearBaseline: published(90), inYearForecast: published(96), narratives: [], linkedBy: 'id', flags: [], ...change,
})

/** The history of one initiative across a change of scale, a withheld figure, a range and an end that moved away. */
export const reports: readonly Report[] = [
  report('r4', '2024-03-31', { scale: 'three_point', level: 'red' }, { endOn: '2031-03-31', narratives: [{ key: 'rating_comment', label: 'Comment on the rating', text: 'The rolling stock is late.' }] }),
  report('r3', '2023-03-31', { scale: 'three_point', level: 'amber' }, { cost: range, flags: ['range_only'] }),
  report('r2', '2021-03-31', { scale: 'five_point', level: 'amber_red' }, { sponsorRating: { scale: 'five_point', level: 'amber' }, cost: withheld, flags: ['exempt'] }),
  report('r1', '2020-03-31', null, { linkedBy: 'new', endOn: null, endAsPublished: 'To be confirmed' }),
]

/** Everything that can be known of an initiative. */
export const fullInitiative: InitiativeDetail = {
  row: {
    id: 'i1', key: 'I-0001', name: 'Night Mail Programme', kind: 'programme', state: 'active', unitId: 'u1', unit: 'DfT', category: 'Infrastructure', sponsor: 'B. Britten', mandatory: false, rating: { scale: 'three_point', level: 'red' }, ratingAsOf: '2024-03-31', previousRating: { scale: 'three_point', level: 'amber' },
    startOn: '2018-04-01', endOn: '2031-03-31', cost: known(pounds(1_200)), benefits: known(pounds(2_600)), inYearBaseline: known(pounds(90)), inYearForecast: known(pounds(96)), ratio: known(2.17), alignment: known(0.08), objectives: 1, current: true, reports: 4, flags: [], custom: {}, version: 7,
  },
  description: 'Carries the mail by night.',
  costProfile: {
    total: moneyWhy('Whole-life cost', known(pounds(1_200)), { source: { kind: 'published', publication: 'Annual report 2024', cell: 'K12', asPublished: '1200' } }),
    lines: [{ year: 2023, label: '2023-24', amount: pounds(96), derived: false, rule: null }, { year: 2024, label: '2024-25', amount: pounds(160), derived: true, rule: 'Evenly by days between start and end' }],
  },
  benefitProfile: { total: moneyWhy('Benefits, whole life', known(pounds(2_600)), { source: { kind: 'derived', rule: 'Largest of the published figures' } }), lines: [] },
  ratio: ratio('Benefit-cost ratio', known(2.17)), alignment: ratio('Alignment', known(0.08)), inYear: { baseline: moneyWhy('Budget of the year', known(pounds(90))), forecast: moneyWhy('Forecast of the year', known(pounds(96))) },
  dates: { start: { term: 'Start', figure: undefinedBecause('NOT_PUBLISHED') }, end: { term: 'End', figure: undefinedBecause('NOT_PUBLISHED') } },
  contributions: [{ initiative: { id: 'i1', key: 'I-0001', name: 'Night Mail Programme' }, objectiveId: 'ob1', contribution: -0.5, rationale: 'It runs on diesel.', origin: 'our_reading' }],
  idea: null, reports: [...reports], ties: { dependencies: [{ id: 'd1', fromId: 'i1', fromName: 'Night Mail Programme', toId: 'i2', toName: 'Crewe Junction', reason: 'It changes locomotives there.' }], exclusions: [] },
  may: ['read', 'edit_initiative', 'edit_money', 'record_value'],
  revisions: [{ id: 'v1', at: '2026-11-20T10:00:00Z', by: 'Ada Lead', act: 'change_initiative', kind: 'initiative', entityId: 'i1', why: 'Rebaselined', changes: [{ field: 'endOn', before: '2028-03-31', after: '2031-03-31' }] }],
}

const nothing = undefinedBecause('EXEMPT')

/** An initiative that the latest publication dropped, with a withheld cost: it shows what is known and says what is not. */
export const partialInitiative: InitiativeDetail = {
  ...fullInitiative,
  row: { ...fullInitiative.row, current: false, flags: ['exempt'], cost: nothing, ratio: nothing },
  costProfile: { total: moneyWhy('Whole-life cost', nothing), lines: [] }, ratio: ratio('Benefit-cost ratio', nothing),
}

/** An initiative that was only just entered by name. */
export const emptyInitiative: InitiativeDetail = {
  ...partialInitiative,
  row: { ...partialInitiative.row, current: true, flags: [], rating: null, ratingAsOf: null, startOn: null, endOn: null, sponsor: null, reports: 0, objectives: 0 },
  description: '', contributions: [], reports: [], ties: { dependencies: [], exclusions: [] }, revisions: [],
}
