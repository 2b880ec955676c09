import { expect, it, test } from 'vitest'
import { caseElements, caseIssues, caseWarnings, missingOf, realisedOffer, standingsOf, type CaseContent, type CaseOption } from './index.ts'
import { caseOf, greenBook, lineOf, nothing, optionOf } from './testing.ts'

const minimum = optionOf('Patch', 'do_minimum', [lineOf('Mend', 'revenue_cost', 10)])
const build = optionOf('Build', 'do_something', [lineOf('Bricks', 'capital_cost', 100), lineOf('Save', 'cashable', 0, 300)])
const said = 'It is said here in enough words.'
const words = Object.fromEntries(caseElements.filter((element) => element.words).map(({ key }) => [key, said]))
const whole = caseOf([nothing, minimum, build], { words, preferred: { optionId: 'Build', reason: said } })
const missing = (content: CaseContent, objectives = 1): readonly string[] => missingOf(standingsOf(content, { objectives })).map(({ element }) => element.key)

it('a light case that says what it asks for lacks nothing, and one that is empty lacks all of it', () => {
  expect(missing(whole)).toEqual([])
  expect(missing(caseOf([]), 0)).toEqual(['case_for_change', 'objectives_served', 'option_set', 'option_flows', 'preferred', 'affordability', 'governance'])
})
it('each later stage asks for what those before it ask for, and more', () => {
  const counts = (['light', 'strategic_outline', 'outline', 'full'] as const).map((stage) => missing(caseOf([], { stage }), 0).length)
  expect(counts).toEqual([7, 12, 22, 27].map(() => expect.any(Number) as number))
  expect(counts.every((count, at) => at === 0 || count > (counts[at - 1] ?? 0))).toBe(true)
})
test.each<[string, readonly CaseOption[], readonly string[]]>([['nothing', [minimum, build], ['option_set']], ['a minimum under the Green Book', [nothing, build], ['option_set']], ['something', [nothing, minimum], ['option_set', 'preferred']]])('without an option that is to do %s it is not complete', (_, options, wanted) => expect(missing({ ...whole, options })).toEqual(wanted))
it('a commercial case needs no minimum', () => expect(missing({ ...whole, framework: 'commercial', options: [nothing, build] })).toEqual([]))
it('is not there by a mark: a word or two are no case for change', () => {
  const [found] = missingOf(standingsOf({ ...whole, words: { ...words, case_for_change: 'TBD – see deck' }, givers: { strategic: 'Ada Byron' } }, { objectives: 1 }))
  expect([found?.element.key, found?.lacks, found?.giver]).toEqual(['case_for_change', '“TBD – see deck” says too little: write at least 5 words', 'Ada Byron'])
})
it('an outline case takes no cost at its word, and says ranges, risks and sources', () => {
  expect(missing({ ...whole, stage: 'outline' })).toEqual(['optimism', 'ranges', 'risks'])
  const careful = { ...build, bias: { category: 'standard_building', mitigation: 0, evidence: '' } as const, lines: build.lines.map((line) => ({ ...line, range: { low: -10, high: 30 } })), risks: [{ id: 'r', name: 'Rock', chance: 10, low: 1, likely: 2, high: 3, year: 2026, response: 'Drill', owner: 'Ada' }] }
  expect(missing({ ...whole, stage: 'outline', options: [nothing, minimum, careful] })).toEqual([])
  expect(missing({ ...whole, stage: 'outline', options: [nothing, { ...minimum, lines: minimum.lines.map((line) => ({ ...line, source: '' })) }, careful] })).toEqual(['provenance'])
})

const issue = (option: Partial<CaseOption>): string | undefined => caseIssues({ ...whole, options: [nothing, minimum, { ...build, ...option }] })[0]?.expected
test.each<[string, Partial<CaseOption>, string]>([
  ['bias on top of a P80 estimate', { estimate: 'p80', bias: { category: 'equipment', mitigation: 0, evidence: '' } }, 'no uplift of an estimate that holds a risk allowance'],
  ['bias and a reference class', { bias: { category: 'equipment', mitigation: 0, evidence: '' }, overrun: { name: 'R', overruns: Array.from({ length: 10 }, () => 5), acceptable: 0.2, method: 'linear', source: '' } }, 'one of them'],
  ['mitigation without evidence', { bias: { category: 'equipment', mitigation: 0.5, evidence: ' ' } }, 'what shows that it is mitigated'],
  ['a class of nine works', { overrun: { name: 'R', overruns: Array.from({ length: 9 }, () => 5), acceptable: 0.2, method: 'linear', source: '' } }, 'at least 10'],
  ['a class of nine benefits', { realised: { name: 'R', rates: Array.from({ length: 9 }, () => 1), parent: null, chance: 0.5, source: '' } }, 'at least 10 in one of both'],
  ['a certain risk', { risks: [{ id: 'r', name: 'R', chance: 100, low: 1, likely: 1, high: 1, year: 2026, response: '', owner: '' }] }, 'what is certain is a cost'],
  ['a range that falls', { risks: [{ id: 'r', name: 'R', chance: 10, low: 3, likely: 2, high: 1, year: 2026, response: '', owner: '' }] }, 'in this order'],
  ['a cost below 0', { lines: [lineOf('X', 'capital_cost', -1)] }, 'a cost is given as what is spent'],
  ['a disbenefit above 0', { lines: [lineOf('X', 'disbenefit', 1)] }, 'a disbenefit is less benefit'],
  ['a sunk cost', { lines: [{ ...lineOf('X', 'capital_cost'), amounts: [{ year: 2025, minor: 5 }] }] }, 'is sunk and counts for no option'],
  ['a number among what is not in money', { unmonetised: [{ id: 'u', name: 'Pride', about: 'Worth £2m' }] }, 'words without numbers'],
])('%s is refused', (_, option, expected) => expect(issue(option)).toContain(expected))
it('the past offers the narrowest class, and the next wider one that is large enough', () => {
  const past = (count: number, ...classPath: readonly string[]) => Array.from({ length: count }, (_, at) => ({ rate: at / 10, classPath }))
  const history = [...past(2, 'Roads / North', 'Roads'), ...past(9, 'Roads'), ...past(3, 'Rail')]
  const offer = realisedOffer(history, ['Roads / North', 'Roads'])
  expect([offer.name, offer.rates, offer.parent?.name, offer.parent?.rates.length, offer.enough]).toEqual(['Roads / North', [0, 0.1], 'Roads', 11, true])
  // Rail has three, so that the organisation speaks; without a unit it is the class itself, and of nothing nothing is made.
  expect(realisedOffer(history, ['Rail']).parent).toMatchObject({ name: 'The whole organisation', rates: { length: 14 } })
  expect(realisedOffer(history, [])).toMatchObject({ name: 'The whole organisation', parent: null, enough: true })
  expect(realisedOffer([], ['Rail'])).toMatchObject({ rates: [], parent: { rates: [] }, enough: false })
})
it('doing nothing has no doubt of its own: every comparison would move with it', () => {
  const doubted = (more: Partial<CaseOption>) => caseIssues({ ...whole, options: [{ ...nothing, ...more }, minimum, build] }).map(({ where, found }) => [where, found])
  expect(doubted({ bias: { category: 'equipment', mitigation: 0, evidence: '' } })).toEqual([['Nothing, uplift', 'optimism bias']])
  expect(doubted({ estimate: 'p80' })).toEqual([['Nothing, uplift', 'a P80 estimate']])
})
it('CO2 is no number', () => expect(issue({ unmonetised: [{ id: 'u', name: 'Less CO2', about: 'And cleaner air' }] })).toBeUndefined())
it('refuses a rate of its own under the Green Book, and a vintage that was never published', () => {
  expect(caseIssues({ ...whole, basis: { ...greenBook, rate: { kind: 'flat', perYear: 0.08, basis: 'real' } } })[0]?.where).toBe('discount rate')
  expect(caseIssues({ ...whole, basis: { ...greenBook, rate: { kind: 'schedule', vintage: 'green-book-1998', schedule: 'standard' } } })[0]?.expected).toContain('green-book-2026')
  expect(caseIssues(whole)).toEqual([])
})
it('warns of another choice than the best, of bias beside risks, and of a choice between two', () => {
  const risky = { ...build, bias: { category: 'standard_building', mitigation: 0, evidence: '' } as const, risks: [{ id: 'r', name: 'R', chance: 10, low: 1, likely: 1, high: 1, year: 2026, response: '', owner: '' }] }
  expect(caseWarnings({ ...whole, options: [nothing, minimum, risky], preferred: { optionId: 'Patch', reason: '' } }, 'GBP')).toEqual(['Patch is preferred although Build is worth more: the reason has to carry that.', 'Options end in different years: compare their equivalent annual values as well.', 'Only one option does something: a choice between that and little is no choice.', expect.stringContaining('optimism bias and risks')])
})
it('warns of a reference class beside risks: past overruns hold the risks that came', () => {
  const doubted = { ...build, overrun: { name: 'R', overruns: Array.from({ length: 20 }, () => 5), acceptable: 0.2, method: 'linear', source: '' } as const, risks: [{ id: 'r', name: 'Rock', chance: 10, low: 1, likely: 1, high: 1, year: 2026, response: '', owner: '' }] }
  expect(caseWarnings({ ...whole, options: [nothing, minimum, doubted] }, 'GBP')).toContainEqual(expect.stringContaining('Build has a reference class and risks with amounts'))
  expect(caseWarnings({ ...whole, options: [nothing, minimum, { ...doubted, risks: [] }] }, 'GBP')).not.toContainEqual(expect.stringContaining('risks with amounts'))
})
