import { describe, expect, it } from 'vitest'
import { writeCsv } from '../csv/index.ts'
import { readSheets } from '../formats/index.ts'
import { describeIssue, describeRefusal, textCell, type Cell, type Merge, type Sheet } from '../sheet/index.ts'
import { writeXlsx } from '../xlsx/index.ts'
import { applyMapping, headerFingerprint, memoryOf, nameLimit, proposeMapping, readPortfolio, rememberedMapping, yearOfHeading, type PortfolioDraft, type ReadPortfolioOptions } from './index.ts'

const sheetOf = (rows: readonly (readonly (string | Cell)[])[], merges: readonly Merge[] = []): Sheet => ({ name: 'Plan', rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? textCell(cell) : cell))), ...(merges.length > 0 ? { merges } : {}) })
function draftOf(rows: readonly (readonly (string | Cell)[])[], more: Partial<ReadPortfolioOptions> = {}, merges: readonly Merge[] = []): PortfolioDraft {
  const draft = readPortfolio([sheetOf(rows, merges)], { currency: 'GBP', fileName: 'plan.csv', asOf: '2026-03-31', ...more })
  if (!draft.ok) throw new Error(describeRefusal(draft.refusal))
  return draft.value
}
const codes = (draft: PortfolioDraft): readonly string[] => draft.issues.map((issue) => issue.code)
const costs = (draft: PortfolioDraft): readonly unknown[] => draft.rows.map(({ cells: { wholeLifeCost: cost } }) => (cost?.status === 'value' ? `${cost.value.currency} ${cost.value.minor}` : cost?.status))
const ends = (draft: PortfolioDraft): readonly unknown[] => draft.rows.map(({ cells: { endOn } }) => (endOn?.status === 'value' ? endOn.value : endOn?.status === 'range' ? [endOn.low, endOn.high] : endOn?.status))
const column = (heading: string, values: readonly (string | Cell)[]): readonly (readonly (string | Cell)[])[] => [['Name', heading], ...values.map((value, at) => [`P${at}`, value])]

describe('amounts', () => {
  it.each([
    ['Cost (£)', ['1.234,56', '1.500', '900'], ['GBP 123456', 'GBP 150000', 'GBP 90000']],
    ['Cost (£)', ['1,234.56', '1,500', '900'], ['GBP 123456', 'GBP 150000', 'GBP 90000']],
    ['Cost (£)', ['1 234,56', '1\u202f500', '900'], ['GBP 123456', 'GBP 150000', 'GBP 90000']],
    ['Cost (£)', ["1'234.56", '1’500', '900'], ['GBP 123456', 'GBP 150000', 'GBP 90000']],
    ['Cost (₹)', ['12,34,567.50', '1,00,000', '900'], ['GBP 123456750', 'GBP 10000000', 'GBP 90000']],
    ['Cost (£)', ['(1,200)', '-£3', '£-4'], ['GBP -120000', 'GBP -300', 'GBP -400']],
    ['Cost (£m)', ['1.5', '250k', '2bn'], ['GBP 150000000', 'GBP 25000000', 'GBP 200000000000']],
    ['Cost (GBP million)', ['1.5', '3'], ['GBP 150000000', 'GBP 300000000']],
    ['Cost', ['€1,5 m', '€2 m'], ['EUR 150000000', 'EUR 200000000']],
    ['Cost (k€)', ['1,5', '12,25'], ['EUR 150000', 'EUR 1225000']],
  ])('%s: %j', (heading, values, expected) => expect(costs(draftOf(column(heading, values)))).toEqual(expected))

  it('takes typed numbers as they are, whatever mark the texts of the column have', () => {
    expect(costs(draftOf(column('Cost (£)', [{ text: '1.234', number: 1.234 }, '1,5', { text: '2500', number: 2500 }])))).toEqual(['GBP 123', 'GBP 150', 'GBP 250000'])
  })
  it('says so where the point may be either mark', () => {
    expect(codes(draftOf(column('Cost (£m)', ['1.234', '5.678'])))).toContain('AMBIGUOUS_AMOUNT')
    expect(codes(draftOf(column('Cost (£m)', ['1.234', '5.67'])))).not.toContain('AMBIGUOUS_AMOUNT')
  })
  it('takes the currency that a cell is formatted in, and says that it differs', () => {
    const draft = draftOf(column('Cost', [{ text: '5', number: 5, currency: '€' }, { text: '6', number: 6, currency: 'USD' }, { text: '7', number: 7 }]))
    expect(costs(draft)).toEqual(['EUR 500', 'USD 600', 'GBP 700'])
    expect(codes(draft)).toContain('CURRENCY_DIFFERS')
  })
})

describe('dates', () => {
  it('are ordered by the whole column, then by the file, then day first with a warning', () => {
    const own = draftOf(column('End date', ['03/04/2025', '12/31/2025']))
    expect([ends(own), own.mapping.columns[1]?.dayOrder]).toEqual([['2025-03-04', '2025-12-31'], { order: 'mdy', confidence: 1, because: expect.any(String) }])
    const other = draftOf([['Name', 'End date', 'Start date'], ['A', '03/04/2025', '01/31/2025'], ['B', '05/06/2026', '02/01/2025']])
    expect([ends(other), other.mapping.columns[1]?.dayOrder?.confidence, other.issues.find(({ code }) => code === 'AMBIGUOUS_DATE')?.severity]).toEqual([['2025-03-04', '2026-05-06'], 0.8, 'note'])
    const open = draftOf(column('End date', ['03/04/2025', '05/06/2026']))
    expect([ends(open), open.issues.find(({ code }) => code === 'AMBIGUOUS_DATE')?.severity]).toEqual([['2025-04-03', '2026-06-05'], 'warning'])
  })
  it('are read in most spellings', () => {
    expect(ends(draftOf(column('End date', ['2025-03-31', '31 March 2017', '45747', 'Q1 2025', 'June 9, 2016', '09/30/2018 12:00:00 AM'])))).toEqual(['2025-03-31', '2017-03-31', '2025-03-31', ['2025-01-01', '2025-03-31'], '2016-06-09', '2018-09-30'])
  })
  it('of financial years need the calendar of the organisation', () => {
    const years = column('End date', ['2023-24', 'FY2024/25', 'Q2 2023-24', '2023-24 Q4', '2011-12'])
    expect(ends(draftOf(years))).toEqual(['unreadable', 'unreadable', 'unreadable', 'unreadable', 'unreadable'])
    expect(ends(draftOf(years, { calendar: { startMonth: 4, startDay: 1, label: 'span' } }))).toEqual([['2023-04-01', '2024-03-31'], ['2024-04-01', '2025-03-31'], ['2023-07-01', '2023-09-30'], ['2024-01-01', '2024-03-31'], ['2011-04-01', '2012-03-31']])
  })
})

describe('headings', () => {
  const rows = [['', '', 'Cost (£m)', '', 'Dates', ''], ['Id', 'Name', 'Whole life', 'Year forecast', 'Start', 'End'], ['1', 'A', '5', '2', '2025-01-01', '2026-01-01']]
  const merges = [{ row: 1, column: 3, rows: 1, columns: 2 }, { row: 1, column: 5, rows: 1, columns: 2 }]
  it.each([['merged', merges], ['left open', []]])('over two lines, the groups %s', (_, merged) => {
    const draft = draftOf(rows, {}, merged)
    expect(draft.mapping).toMatchObject({ headerLine: 2, headerLines: 2 })
    expect(draft.mapping.columns.map(({ field, scale }) => [field, scale])).toEqual([['id', undefined], ['name', undefined], ['wholeLifeCost', 6], ['inYearForecast', 6], ['startOn', undefined], ['endOn', undefined]])
    expect(draft.rows.map((row) => row.name)).toEqual(['A'])
    expect(costs(draft)).toEqual(['GBP 500000000'])
  })
  it('below a merged title are one line', () => {
    const draft = draftOf([['Portfolio of works 2026', '', ''], ...rows.slice(1)], {}, [{ row: 1, column: 1, rows: 1, columns: 6 }])
    expect([draft.mapping.headerLine, draft.mapping.headerLines]).toEqual([2, undefined])
  })
  it('say how they were matched', () => {
    const { columns } = proposeMapping(sheetOf([['Project Name', 'Finacial year forecast (£m)', 'Weather'], ['A', '1', 'sun']]))
    expect(columns.map(({ because }) => because)).toEqual(['heading', 'likeness', 'nothing'])
    expect(columns.every(({ reason }) => reason.length > 0)).toBe(true)
  })
})

describe('organisation, years and custom fields', () => {
  it('gives the path of units from the top', () => {
    expect(draftOf([['Name', 'Agency', 'Bureau', 'Government'], ['A', 'Treasury', 'Mint', 'Federal'], ['B', 'Federal > Treasury > Mint', '', ''], ['C', '', '', '']]).rows.map((row) => row.organisation)).toEqual([['Federal', 'Treasury', 'Mint'], ['Federal', 'Treasury', 'Mint'], []])
  })
  it('reads amounts by year', () => {
    const draft = draftOf([['Name', '2024-25 cost (£m)', '2025-26 cost (£m)', 'FY2026 benefits (£m)', 'Cost 2027 (£m)'], ['A', '1', '', '3', 'Exempt under Section 43']])
    expect(draft.rows[0]?.years).toMatchObject([
      { year: 2024, spans: true, label: '2024-25', kind: 'cost', amount: { status: 'value', value: { minor: 100_000_000n } } },
      { year: 2026, spans: false, label: 'FY2026', kind: 'benefits', amount: { value: { minor: 300_000_000n } } },
      { year: 2027, kind: 'cost', amount: { status: 'exempt' } },
    ])
  })
  it.each([['2024-25 cost', [2024, true]], ['FY26', [2026, false]], ['FY25/26', [2025, true]], ['Cost 2027', [2027, false]], ['2024-26', undefined], ['2024 to 2026', undefined], ['Cost', undefined], ['2023/2024 Budget', [2023, true]]])('%j names the year %j', (heading, year) => {
    const found = yearOfHeading(heading)
    expect(found && [found.year, found.spans]).toEqual(year)
  })
  it('keeps columns as custom fields of the kind that they look like', () => {
    const rows = [['Name', 'Region', 'Floors', 'Inspected on', 'Grant (£)', 'Listed'], ['A', 'North', '3', '2025-01-31', '5', 'yes'], ['B', 'South', '12', '2025-02-28', 'tbc', 'No']]
    const proposed = proposeMapping(sheetOf(rows))
    expect(proposed.columns.slice(1).map(({ keepAs }) => [keepAs?.field, keepAs?.kind])).toEqual([['custom:Region', 'text'], ['custom:Floors', 'number'], ['custom:Inspected on', 'date'], ['custom:Grant (£)', 'money'], ['custom:Listed', 'yes_no']])
    const mapping = applyMapping(proposed, proposed.columns.slice(1).map(({ column: at, keepAs }) => ({ column: at, field: keepAs?.field ?? null })))
    const draft = draftOf(rows, mapping.ok ? { mapping: mapping.value } : {})
    expect(draft.rows[1]?.custom.map(({ field, kind, reading }) => [field, kind, reading.status === 'value' ? reading.value : reading.status])).toEqual([
      ['custom:Region', 'text', 'South'], ['custom:Floors', 'number', 12], ['custom:Inspected on', 'date', '2025-02-28'], ['custom:Grant (£)', 'money', 'blank'], ['custom:Listed', 'yes_no', false],
    ])
  })
})

describe('corrections', () => {
  const proposed = proposeMapping(sheetOf([['Name', 'Cost', 'Kosten'], ['A', '1', '2']]))
  it.each([
    [{ column: 9, field: 'name' }, { code: 'MAPPING_DOES_NOT_FIT', column: 9, columns: 3 }],
    [{ column: 2, field: 'colour' }, { code: 'UNKNOWN_FIELD', field: 'colour', column: 2, header: 'Cost' }],
    [{ column: 2, field: '' }, { code: 'UNKNOWN_FIELD', field: '' }],
    [{ column: 2, field: 'custom:' }, { code: 'UNKNOWN_FIELD', field: 'custom:' }],
    [{ column: 2, field: 'toString' }, { code: 'UNKNOWN_FIELD', field: 'toString' }],
    [{ column: 2, field: 'year:cost' }, { code: 'HEADING_WITHOUT_YEAR', header: 'Cost' }],
  ])('%j is refused by name', (choice, refusal) => {
    const mapping = applyMapping(proposed, [choice])
    expect(mapping).toMatchObject({ ok: false, refusal })
    if (!mapping.ok) expect(describeRefusal(mapping.refusal)).toContain(String(choice.field === 'year:cost' || choice.column === 9 ? choice.column : choice.field))
  })
  it('are looked at again when a mapping is read', () => {
    const odd = { ...proposed, columns: proposed.columns.map((column) => (column.column === 2 ? { ...column, field: 'colour' as 'name' } : column)) }
    expect(readPortfolio([sheetOf([['Name', 'Cost', 'Kosten'], ['A', '1', '2']])], { currency: 'GBP', fileName: 'f', mapping: odd })).toMatchObject({ ok: false, refusal: { code: 'UNKNOWN_FIELD', field: 'colour', header: 'Cost' } })
  })
  it('takes a field from the column that had it, unless both were chosen', () => {
    const fields = (choices: Parameters<typeof applyMapping>[1]): unknown => {
      const mapping = applyMapping(proposed, choices)
      return mapping.ok && mapping.value.columns.map(({ field }) => field)
    }
    expect(fields([{ column: 3, field: 'wholeLifeCost' }])).toEqual(['name', undefined, 'wholeLifeCost'])
    expect(fields([{ column: 2, field: 'benefits' }, { column: 3, field: 'wholeLifeCost' }])).toEqual(['name', 'benefits', 'wholeLifeCost'])
  })
})

describe('memory', () => {
  it('knows a heading again in the next year', () => {
    expect(headerFingerprint('2023/24 TOTAL  Cost (£m)')).toBe(headerFingerprint('2024/25 total cost (£M)'))
    expect(headerFingerprint('Cost')).not.toBe(headerFingerprint('Costs'))
  })
  it('goes before what would be proposed, and says so', () => {
    const first = proposeMapping(sheetOf([['Vorhaben', 'Kosten 2024', 'Cost'], ['A', '1', '2']]))
    const chosen = applyMapping(first, [{ column: 1, field: 'name' }, { column: 2, field: 'wholeLifeCost', scale: 6 }, { column: 3, field: null }])
    if (!chosen.ok) throw new Error(chosen.refusal.code)
    const memory = memoryOf(chosen.value)
    const draft = draftOf([['VORHABEN', 'Kosten 2025', 'Cost', 'Owner'], ['B', '3', '4', 'Ada']], { memory })
    expect(draft.mapping.columns.map(({ field, because }) => [field, because])).toEqual([['name', 'remembered'], ['wholeLifeCost', 'remembered'], [undefined, 'remembered'], ['owner', 'heading']])
    expect(costs(draft)).toEqual(['GBP 300000000'])
  })
  it('forgets what is no field any more, and what only looks like memory', () => {
    expect(rememberedMapping(['Cost', 'constructor', ''], { cost: { field: 'colour' } })).toEqual([])
    expect(rememberedMapping(['Cost', 'COST'], { cost: { field: 'wholeLifeCost' } }).map(({ column: at }) => at)).toEqual([1])
  })
})

describe('positions', () => {
  it('are told by the dates of the rows, and a key counts once in each', () => {
    const draft = draftOf([['Id', 'Name', 'As of'], ['1', 'A', '2024-03-31'], ['1', 'A', '2025-03-31'], ['1', 'A', '2025-03-31'], ['2', 'B', '']], { asOf: undefined })
    expect(draft.positions).toEqual([{ asOf: '2024-03-31', title: 'plan 2024-03-31', rows: 1 }, { asOf: '2025-03-31', title: 'plan 2025-03-31', rows: 3 }])
    expect(draft.rows.map((row) => [row.asOf, row.duplicateOf])).toEqual([['2024-03-31', undefined], ['2025-03-31', undefined], ['2025-03-31', 2], ['2025-03-31', undefined]])
    expect(codes(draft)).toEqual(['POSITION_UNDATED', 'DUPLICATE_KEY'])
  })
  it('are one where one date is given, and the one that the caller gives where it is', () => {
    const rows = [['Name', 'As of'], ['A', '2024-03-31'], ['B', '']]
    expect(draftOf(rows, { asOf: undefined }).positions).toEqual([{ asOf: '2024-03-31', title: 'plan', rows: 2 }])
    expect(draftOf(rows, { asOf: '2024-06-30' }).positions).toEqual([{ asOf: '2024-06-30', title: 'plan', rows: 2 }])
    expect(draftOf([['Name'], ['A']].map((row) => [...row, '']), { asOf: undefined }).positions).toEqual([])
  })
})

it('refuses a name beyond the limit, keeps the row and marks it', () => {
  const long = `${'x'.repeat(nameLimit - 1)}😀 and more`
  const draft = draftOf([['Name', 'Cost (£m)', 'Owner', 'Start'], [long, '1', 'Ada', '2025-01-01'], ['x'.repeat(nameLimit), '2', '', '']])
  expect(draft.rows[0]).toMatchObject({ name: `${'x'.repeat(nameLimit - 1)}\ufffd`, nameCut: true, cells: { name: { status: 'unreadable', suspect: 'NAME_TOO_LONG', asPublished: long }, wholeLifeCost: { status: 'value' } } })
  expect(draft.rows[1]?.nameCut).toBeUndefined()
  expect(draft.issues.filter(({ code }) => code === 'NAME_TOO_LONG').map(describeIssue)).toEqual([expect.stringContaining(`at most ${nameLimit} characters`)])
})

it('says what a file was taken to be, and why', async () => {
  const csv = await readSheets(writeCsv([['Name', 'Cost'], ['A', '1']], { delimiter: ';' }), 'f.csv')
  expect(csv.ok && csv.value.recognised).toEqual({ label: 'text with cells', because: 'its cells are separated by semicolons', encoding: 'utf-8', encodingBecause: 'the file begins with its byte order mark', delimiter: ';' })
  const xlsx = await readSheets(await writeXlsx([{ name: 'S', columns: [{ label: 'Name', kind: 'text' }], rows: [] }]), 'f.bin')
  expect(xlsx.ok && xlsx.value.recognised.label).toBe('Excel workbook')
})
