import fc from 'fast-check'
import { formatDecimal } from '@throughline/engine/kernel'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../sheet/index.ts'
import { dayOrder, readDay } from './day.ts'
import { dateReader, moneyReader, readNarrative, readPercent, readRating, readText } from './read.ts'

const place = { sheet: 'S', row: 2, column: 3 }
const millions = moneyReader({ scale: 6, currency: 'GBP' })
/** The reading in short: pounds as text, a pair for a range, else the status. */
function pounds(text: string, read = millions): unknown {
  const reading = read({ text }, place)
  const show = (minor: bigint): string => formatDecimal(minor, 2)
  if (reading.status === 'value') return show(reading.value.minor)
  return reading.status === 'range' ? [show(reading.low.minor), show(reading.high.minor)] : reading.status
}

describe('amounts in a column of GBP m', () => {
  it.each([
    ['450.37', '450370000.00'], ['£1,234.50', '1234500000.00'], ['£450.37m', '450370000.00'], ['£1.5bn', '1500000000.00'], ['250k', '250000.00'],
    ['-£7,169.20', '-7169200000.00'], ['(31.0)', '-31000000.00'], ['£-2', '-2000000.00'], ['−2', '-2000000.00'], ['\u00a0£9.12 ', '9120000.00'],
    ['1.000000015', '1000000.02'], ['0', '0.00'], ['1 234', '1234000000.00'], ['1.234,5', '1234500000.00'], ['12,5', '12500000.00'], ['1.2E+3', '1200000000.00'], ['5 GBP', '5000000.00'],
  ])('reads %j as £%s', (text, expected) => expect(pounds(text)).toBe(expected))

  it.each([
    ['£1,200m - £1,500m', '1200000000.00', '1500000000.00'], ['1,200 – 1,500', '1200000000.00', '1500000000.00'], ['£1,200-£1,500', '1200000000.00', '1500000000.00'],
    ['between £1.2 and £1.5bn', '1200000000.00', '1500000000.00'], ['10 to 20', '10000000.00', '20000000.00'], ['Low: £10m; High: £20m', '10000000.00', '20000000.00'],
    ['£500k to £2m', '500000.00', '2000000.00'], ['£1,200m (low) - £1,500m (high)', '1200000000.00', '1500000000.00'], ['[1200, 1500]', '1200000000.00', '1500000000.00'],
    ['Min: 1200, Max: 1500', '1200000000.00', '1500000000.00'], ['1200; 1500', '1200000000.00', '1500000000.00'], ['-5 to 10', '-5000000.00', '10000000.00'], ['£40-50bn', '40000000000.00', '50000000000.00'],
  ])('reads the range %j', (text, low, high) => expect(pounds(text)).toEqual([low, high]))

  it.each([
    ['Exempt under Section 43 of the Freedom of Information Act 2000 (Commercial Interests)', 'exempt'], ['Section 43 - Commercial interests', 'exempt'],
    ['Data exempt under section 27(1) and section 43(2)', 'exempt'], ['Exempt under section 43 of the FoI Act (2000)', 'exempt'], ['Redacted', 'exempt'],
    ['', 'blank'], [' - ', 'blank'], ['N/A', 'blank'], ['NA', 'blank'], ['TBC', 'blank'], ['Data not provided by department', 'blank'], ['The project is not in a position to provide this information', 'blank'],
    ['about 5', 'unreadable'], ['>1000', 'unreadable'], ['1,23,4', 'unreadable'], ['1.2.3', 'unreadable'], ['£5m in 2024', 'unreadable'], ['10 - 20 - 30', 'unreadable'],
  ])('takes no figure from %j: %s', (text, status) => expect(pounds(text)).toBe(status))

  it('law: pence are exact, whatever the grouping', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (pence) => {
      const grouped = formatDecimal(pence, 2).replace(/\B(?=(\d{3})+\.)/g, ',')
      expect(pounds(`£${grouped}`, moneyReader({ scale: 0, currency: 'GBP' }))).toBe(formatDecimal(pence, 2))
    }))
  })

  it('law: a text that names an exemption never yields a number', () => {
    fc.assert(fc.property(fc.double({ min: 0, noNaN: true }), fc.constantFrom('Exempt under Section {n}', '{n} exempt', 'Section {n} - Commercial interests', 'Withheld: {n}'), (n, frame) => {
      expect(pounds(frame.replace('{n}', String(n)))).toBe('exempt')
    }))
  })
})

describe('dates', () => {
  const read = (text: string, order: 'dmy' | 'mdy' = 'dmy', cell: Partial<Cell> = {}): unknown => {
    const reading = dateReader(order)({ text, ...cell }, place)
    if (reading.status === 'value') return reading.value
    return reading.status === 'range' ? [reading.low, reading.high] : reading.status
  }
  it.each([
    ['31/03/2025', '2025-03-31'], ['30.06.08', '2008-06-30'], ['31.12.40', '2040-12-31'], ['2024-03-31', '2024-03-31'], ['2025-02-28 00:00:00', '2025-02-28'],
    ['2025-02-28T00:00:00Z', '2025-02-28'], ['31 March 2025', '2025-03-31'], ['1st Sept 2025', '2025-09-01'], ['31-Mar-25', '2025-03-31'], ['March 31, 2025', '2025-03-31'], ['45747', '2025-03-31'], ['31/03/2025\n', '2025-03-31'],
    ['March 2025', ['2025-03-01', '2025-03-31']], ['Q4 2025', ['2025-10-01', '2025-12-31']], ['2030', ['2030-01-01', '2030-12-31']],
    ['2027-03-31 to 2029-03-31', ['2027-03-31', '2029-03-31']], ['31/03/2027 - 31/03/2029', ['2027-03-31', '2029-03-31']], ['between March 2027 and March 2029', ['2027-03-01', '2029-03-31']],
    ['2030-04-01-2031-03-31', ['2030-04-01', '2031-03-31']], ['2030-04-01 (earliest) - 2031-03-31 (latest)', ['2030-04-01', '2031-03-31']], ['Apr-30 to Mar-31', ['2030-04-01', '2031-03-31']], ['2030/31', 'unreadable'],
    ['No end date', 'blank'], ['Exempt under Section 24', 'exempt'], ['1/012/2014', 'unreadable'], ['31/02/2025', 'unreadable'], ['soon', 'unreadable'],
  ])('reads %j', (text, expected) => expect(read(text)).toEqual(expected))
  it('reads the month first where the column says so', () => {
    expect(dayOrder(['01/02/2025', '03/31/2025'])).toBe('mdy')
    expect(dayOrder(['01/02/2025', '31/03/2025'])).toBe('dmy')
    expect(dayOrder(['01/02/2025'])).toBeUndefined()
    expect(read('03/31/2025', 'mdy')).toBe('2025-03-31')
  })
  it('prefers the typed date of the format', () => expect(read('whatever', 'dmy', { date: '2026-01-02' })).toBe('2026-01-02'))
})

describe('ratings, percentages and texts', () => {
  it.each([['Amber/red', 'amber_red'], ['Amber ', 'amber'], ['GREEN', 'green'], ['Amber-Green', 'amber_green']])('reads the rating %j', (text, level) => {
    expect(readRating({ text }, place)).toMatchObject({ status: 'value', value: level })
  })
  it.each([['Not Applicable ', 'blank'], ['No DCA', 'blank'], ['Reset', 'blank'], ['Exempt under Section 43', 'exempt'], ['Purple', 'unreadable']])('reads %j as %s', (text, status) => {
    expect(readRating({ text }, place).status).toBe(status)
  })
  it.each([['-19%', -19], ['0%', 0], ['-47', -47], ['12.5 %', 12.5]])('reads the percentage %j', (text, value) => expect(readPercent({ text }, place)).toMatchObject({ value }))
  it('keeps prose that mentions an exemption', () => {
    expect(readText({ text: 'Review of exempt  accommodation' }, place)).toEqual({ asPublished: 'Review of exempt  accommodation', place, status: 'value', value: 'Review of exempt accommodation' })
    expect(readText({ text: 'Exempt under Section 26 of the Act' }, place).status).toBe('exempt')
  })
})

it.each(['31/12/9999', '9999-12-31', '01/01/2300', '31/12/1899'])('takes %s for no date of a plan', (text) => expect(readDay(text, 'dmy')).toBeUndefined())
it('takes the last day of 2299 for one', () => expect(readDay('31/12/2299', 'dmy')).toEqual({ from: '2299-12-31', to: '2299-12-31' }))

describe('prose', () => {
  it('has line breaks where a spreadsheet wrote them as escapes, and keeps the published text', () => {
    const text = 'First._x000D_\nSecond._x000A_Third.'
    expect(readNarrative({ text }, place)).toMatchObject({ status: 'value', value: 'First.\nSecond.\nThird.', asPublished: text })
  })
})
