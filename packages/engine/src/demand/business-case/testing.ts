import type { CaseBasis, CaseContent, CaseLine, CaseOption, FlowKind } from './facts.ts'

/** Cases for tests, as small as they can be. Amounts are in minor units, by year from 2026. */
export const greenBook: CaseBasis = { rate: { kind: 'schedule', vintage: 'green-book-2026', schedule: 'standard' }, timing: 'end', prices: 'real', priceYear: 2026, presentYear: 2026, inflation: 0 }
export const lineOf = (name: string, kind: FlowKind, ...amounts: readonly number[]): CaseLine => ({ id: name, name, kind, amounts: amounts.map((minor, at) => ({ year: 2026 + at, minor })), range: null, source: 'Estimate', given: null })
export const optionOf = (name: string, kind: CaseOption['kind'], lines: readonly CaseLine[], more: Partial<CaseOption> = {}): CaseOption => ({ id: name, kind, name, about: '', lines, estimate: 'base', bias: null, overrun: null, realised: null, risks: [], unmonetised: [], ...more })
export const caseOf = (options: readonly CaseOption[], more: Partial<CaseContent> = {}): CaseContent => ({ stage: 'light', framework: 'green_book', basis: greenBook, doubt: { ratePoints: 1, delayYears: 1 }, options, preferred: { optionId: null, reason: '' }, scenarios: [], words: {}, givers: {}, ...more })
export const nothing = optionOf('Nothing', 'do_nothing', [])
