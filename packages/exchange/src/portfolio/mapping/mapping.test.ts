import { describe, expect, it } from 'vitest'
import { assign, matchWords } from './match.ts'
import { scaleFromProse, unitOfHeading } from './unit.ts'
import { boundOf, headingWords } from './words.ts'

describe('headings', () => {
  it.each([
    ['2016/17 TOTAL Baseline £m', ['year', 'baseline']], ['projectName', ['name']], ['wlc_baseline_incl_NCG', ['wlc', 'baseline']], ['Variance Budget / Forecast %age', ['variance', 'budget', 'forecast', 'percent']],
    ['Project', ['project']], ['2025', []], ['2024/25', []],
  ])('%j says %j', (heading, words) => expect([...headingWords(heading)]).toEqual(words))

  it.each([
    ['NISTA Delivery Confidence Assessment (a new body, using a three-point scale)', 'ratingIpa'], ['SRO Delivery Confidence Assessment', 'ratingSro'],
    ['Departmental commentary on actions planned or taken on the NISTA RAG rating', 'ratingComment'], ['Departmental Narrative on Budgeted Benefits', 'benefitsComment'],
    ['Project - End Date\n(Latest Approved End Date)', 'endOn'], ['Finacial year forecast (£m)', 'inYearForecast'], ['Whole Life Cost (k€)', 'wholeLifeCost'], ['Unique Project ID', 'id'],
    ['Programme / Project', 'name'], ['Lead department', 'department'], ['Exec Sponsor', 'sponsor'], ['Last updated', 'updatedOn'], ['Date Reported As Of', 'snapshotOn'], ['Cost variance in year (%)', 'inYearVariancePercent'], ['Agency Code', 'departmentCode'],
  ])('%j means %s', (heading, field) => expect(matchWords(heading)[0]).toMatchObject({ field, confidence: expect.closeTo(1, 0.21) }))

  it.each(['Actual cost to date', 'NPV (£m)', 'Cost Variance (%)', 'Whole life cost variance %', 'Location', '% complete', 'Departmental narrative on climate', '2025', 'Source'])('%j is no field', (heading) => {
    expect(matchWords(heading).filter((match) => match.confidence >= 0.6)).toEqual([])
  })

  it('gives a field to one column and a column one field, the more usual heading first', () => {
    const fields = assign(['Investment Title', 'Project Name', 'Budget comment', 'Variance comment'].map(matchWords)).map((match) => match?.field)
    expect(fields).toEqual([undefined, 'name', 'wholeLifeCostComment', 'budgetComment'])
  })

  it.each([['Cost (upper)', 'high'], ['wlc_low', 'low'], ['Cost', undefined], ['Range low - high', undefined]])('%j is the end %s', (heading, bound) => expect(boundOf(heading)).toBe(bound))
})

describe('units', () => {
  it.each([
    ['Cost (£m)', 6, 'GBP'], ['Cost (£million)\n(including others)', 6, 'GBP'], ['2016/17 TOTAL £m', 6, 'GBP'], ['Budget (k€)', 3, 'EUR'], ['Budget [TEUR]', 3, 'EUR'], ['Budget MEUR', 6, 'EUR'], ['Kosten (Mio. €)', 6, 'EUR'],
    ['Cost ($ M)', 6, undefined], ['Cost $000', 3, undefined], ['Amount (USD millions)', 6, 'USD'], ['GBP bn', 9, 'GBP'], ['wlc_baseline_gbpm', 6, 'GBP'], ['Cost in thousands', 3, undefined],
    ['Budget (EUR)', undefined, 'EUR'], ['Cost', undefined, undefined], ['Commitment', undefined, undefined], ['Europe budget', undefined, undefined], ['Milestone cost', undefined, undefined],
  ])('%j', (heading, scale, currency) => expect([unitOfHeading(heading).scale, unitOfHeading(heading).currency]).toEqual([scale, currency]))

  it('takes the scale from amounts in the prose, if there are enough of them', () => {
    const prose = ['Spend of £320m and £45 million.', 'It rose by £12.5m to £80m.', 'A further £1.2bn.']
    expect(scaleFromProse(['32.24', '33.67', '12131.5', '365.98', '5'], prose)).toBe(6)
    expect(scaleFromProse(['32240000', '33670000', '12131500000', '365980000', '5000000'], prose)).toBe(0)
    expect(scaleFromProse(['32.24', '33.67', '12131.5', '365.98', '5'], prose.slice(1, 2))).toBeUndefined()
  })
})
