import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { ImportActs, Upload } from './acts.ts'
import { blockersOf, columnName, issueCount, issuesOfRow, readFirst, rowName, standingOf, sureness } from './draft.ts'
import { applied, draft, full, unreadable } from './fixture.ts'
import { ImportPage, type ImportProps } from './Page.tsx'
import { Columns } from './parts/Columns.tsx'
import { Issues } from './parts/Issues.tsx'

const acts: ImportActs = { correct: async () => ok(draft), apply: async () => ok({ publicationId: '', title: '', created: 0, updated: 0, refused: 0, issues: 0 }), discard: async () => ok({}), saveIssues: async () => ok({}) }
const upload: Upload = { fileName: undefined, busy: false, problem: undefined, onPick: () => undefined }
const inEnglish = (node: React.ReactNode): string => renderToStaticMarkup(<LocaleProvider locale="en-GB">{node}</LocaleProvider>)
const show = (change: Partial<ImportProps> = {}): string => inEnglish(<ImportPage canEdit draft={undefined} publications={full([])} upload={upload} acts={acts} onOther={() => undefined} {...change} />)
const applyButton = (html: string): string => /<button[^>]*>(?:<svg.*?<\/svg>)?Apply<\/button>/.exec(html)?.[0] ?? ''

describe('bringing a file', () => {
  it('empty: says what is wanted, what happens, and that there is nothing yet', () => {
    const html = show()
    for (const words of ['Drop a portfolio file here', 'Nothing is written before you apply it', 'No publication yet']) expect(html).toContain(words)
  })
  it('loading: names the file while it is read, and takes no other', () => {
    const html = show({ upload: { ...upload, busy: true, fileName: 'big.xlsx' } })
    expect(html).toContain('Reading big.xlsx')
    expect(html).toContain('disabled=""')
  })
  it('refused: the words of the refusal stay, and another file can be brought', () => {
    const html = show({ upload: { ...upload, fileName: 'photo.png', problem: unreadable } })
    expect(html).toContain('found byte 0x89 at position 1')
    expect(html).toContain('Drop a portfolio file here')
  })
  it('refused: a viewer is told which role may', () => {
    const html = show({ canEdit: false })
    expect(html).toContain('needs the role editor')
    expect(html).not.toContain('Drop a portfolio file here')
  })
  it('full: lists what was applied before', () => expect(show({ publications: full([{ id: 'p', title: 'Report 2022-23', asOf: '2023-03-31', rows: 244 }]) })).toContain('Report 2022-23'))
})

describe('the preview', () => {
  it('loading', () => expect(show({ draft: { state: 'loading' } })).toContain('Loading the import'))
  it('refused', () => expect(show({ draft: { state: 'refused', problem: unreadable, again: () => undefined } })).toContain('found byte 0x89'))
  it('full: counts, position and why, and what can be done', () => {
    const html = show({ draft: full(draft) })
    for (const words of ['report_2023_24.csv', 'Because the file’s name says 2023/24: its last day.', 'begin an initiative', 'repeat an earlier row', '2 of 3 columns read', 'Discard']) expect(html).toContain(words)
    expect(applyButton(html)).not.toContain('disabled')
  })
  it('partial: without a date nothing can be applied, and the page says what is missing', () => {
    const html = show({ draft: full({ ...draft, asOf: null, asOfBecause: '' }) })
    expect(html).toContain('Nothing says at which date the position was taken. Give the date.')
    expect(applyButton(html)).toContain('disabled')
  })
  it('partial: without names it opens at the columns', () => {
    const html = show({ draft: full({ ...draft, columns: draft.columns.map((column) => ({ ...column, field: null })), rows: [], counts: { ...draft.counts, rows: 0 } }) })
    expect(html).toContain('No column gives the names of the initiatives')
    expect(html).toContain('Whole Life Cost (£m)')
  })
  it('says so where the sheet lies on its side', () => expect(show({ draft: full({ ...draft, transposed: true }) })).toContain('The sheet lies on its side'))
  it('for a viewer: shows the same and offers no change', () => {
    const html = show({ draft: full(draft), canEdit: false })
    expect(html).toContain('begin an initiative')
    for (const act of ['Discard', '>Apply<', 'Choose another file']) expect(html).not.toContain(act)
  })
  it('applied: tells what it did and where to see it, and is closed', () => {
    const html = show({ draft: full(applied) })
    for (const words of ['See the initiatives', 'Open the cockpit', '211', 'Import another file']) expect(html).toContain(words)
    expect(html).not.toContain('Discard')
    expect(html).not.toContain('begin an initiative')
  })
  it('discarded: says that nothing was written', () => expect(show({ draft: full({ ...draft, state: 'discarded' }) })).toContain('Nothing of it was written'))
})

describe('columns and issues', () => {
  const correcting = { busy: false, problem: undefined, correct: () => undefined }
  it('columns: what each is read as and how sure; unread ones last', () => {
    const html = inEnglish(<Columns draft={draft} open correcting={correcting} />)
    for (const words of ['Sure, 100%', 'Check it, 55%', 'Name (needed)', 'Port customs']) expect(html).toContain(words)
    expect(html.lastIndexOf('Colour of the moon')).toBeGreaterThan(html.lastIndexOf('Whole Life Cost'))
  })
  it('issues: severity, cell and words', () => {
    const html = inEnglish(<Issues draft={draft} onSave={acts.saveIssues} />)
    for (const words of ['Errors (1)', 'A5', 'A cost is below zero', 'Download all as CSV']) expect(html).toContain(words)
    expect(html).not.toContain('listed here')
  })
  it('issues, partial: says how many are not listed', () => expect(inEnglish(<Issues draft={{ ...draft, issuesInAll: 812 }} onSave={acts.saveIssues} />)).toContain('3 of 812 issues are listed here'))
  it('issues, empty', () => expect(inEnglish(<Issues draft={{ ...draft, issues: [], issuesInAll: 0 }} onSave={acts.saveIssues} />)).toContain('No issues'))
})

describe('what a draft means', () => {
  it('can be applied with names, a date and a row', () => {
    expect(blockersOf(draft)).toEqual([])
    expect(blockersOf({ ...draft, counts: { ...draft.counts, rows: 0 } })).toHaveLength(1)
  })
  it('stands beside the publications by title and date', () => {
    const known = (title: string, asOf: string) => [{ id: 'p', title, asOf, rows: 1 }]
    expect(standingOf(draft, [])).toBe('first')
    expect(standingOf(draft, known(draft.title, '2024-03-31'))).toBe('again')
    expect(standingOf(draft, known('Later', '2025-03-31'))).toBe('earlier')
    expect(standingOf(draft, known('Earlier', '2023-03-31'))).toBe('newest')
  })
  it('names places as the file does, upright and on its side', () => {
    expect([columnName(draft, 28), rowName(draft, 5)]).toEqual(['AB', 'row 5'])
    expect([columnName({ transposed: true }, 28), rowName({ transposed: true }, 5)]).toEqual(['Row 28', 'column E'])
  })
  it('finds the issues of a row, and counts beyond those listed', () => {
    const [, second] = draft.rows
    expect(second && issuesOfRow(draft, second).map(({ code }) => code)).toEqual(['NEGATIVE_COST'])
    expect([issueCount(draft, undefined), issueCount(draft, 'error')]).toEqual([3, 1])
  })
  it('loses no column when those that are read come first', () => expect(readFirst(draft.columns).map(({ column }) => column)).toEqual([1, 3, 2]))
  it('is sure from 0.9, doubtful below 0.6', () => expect([0.9, 0.89, 0.6, 0.59].map(sureness)).toEqual(['sure', 'likely', 'likely', 'doubtful']))
})
