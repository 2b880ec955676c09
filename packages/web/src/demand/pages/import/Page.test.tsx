import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { ImportIssue } from '@throughline/contract/demand'
import type { ImportActs, IssuesAsk, Upload } from './acts.ts'
import { blockersOf, columnName, issueCount, readFirst, rowName, saysNothingNew, sureness } from './draft.ts'
import { applied, draft, full, issues, lesson, lists, nothingEarlier, paged, reading, rows, summary, undone, unreadable } from './fixture.ts'
import { ImportPage, type ImportProps } from './Page.tsx'
import { Columns } from './parts/Columns.tsx'
import { Issues } from './parts/Issues.tsx'
import { RowDrawer } from './parts/RowDrawer.tsx'
import { conflictWords } from './words.ts'

const done = async () => ok({})
const acts: ImportActs = { correct: async () => ok(draft), apply: done, undo: done, cancel: done, discard: done, saveIssues: done }
const upload: Upload = { sent: [], busy: false, onPick: () => undefined }
const inEnglish = (node: React.ReactNode): string => renderToStaticMarkup(<LocaleProvider locale="en-GB">{node}</LocaleProvider>)
const show = (change: Partial<ImportProps> = {}): string => inEnglish(<ImportPage canEdit draft={undefined} work={undefined} lists={lists} earlier={nothingEarlier} upload={upload} acts={acts} onOther={() => undefined} {...change} />)
const button = (html: string, words: string): string => new RegExp(`<button[^>]*>(?:<svg.*?</svg>)?${words}</button>`).exec(html)?.[0] ?? ''

describe('bringing files', () => {
  it('empty: says what is wanted, what happens, and that there is nothing yet', () => {
    const html = show()
    for (const words of ['Drop portfolio files here', 'up to 96 MB', 'Nothing is written before you apply it', 'No import yet', 'Nothing is remembered']) expect(html).toContain(words)
  })
  it('loading: names each file while it is read, and takes no other', () => {
    const html = show({ upload: { ...upload, busy: true, sent: [{ name: 'big.xlsx', state: 'sending' }, { name: 'next.csv', state: 'waiting' }] } })
    for (const words of ['Reading big.xlsx', 'next.csv waits for its turn', 'disabled=""']) expect(html).toContain(words)
  })
  it('refused: the words of the refusal stay, and another file can be brought', () => {
    const html = show({ upload: { ...upload, sent: [{ name: 'photo.png', state: 'refused', problem: unreadable }] } })
    expect(html).toContain('found byte 0x89 at position 1')
    expect(html).toContain('Drop portfolio files here')
  })
  it('partial: a viewer sees what was imported and is told which role may', () => {
    const html = show({ canEdit: false, earlier: { ...nothingEarlier, imports: paged([summary], { from: 0 }) } })
    expect(html).toContain('imported by editors')
    expect(html).toContain('report_2022_23.csv')
    for (const words of ['Drop portfolio files here', 'Resume']) expect(html).not.toContain(words)
  })
  it('full: lists imports with where they stand, who and when, and what is remembered', () => {
    const html = show({ earlier: { ...nothingEarlier, imports: paged([summary, { ...summary, id: 'x', state: 'preview', appliedAt: null, appliedBy: null }], { from: 0 }, 260), memory: full([lesson, { ...lesson, id: 'y', fileName: 'forgotten.csv', forgottenAt: '2024-01-01T00:00:00.000Z', forgottenBy: 'Ada' }]) } })
    for (const words of ['Applied', 'applied by Ada Lovelace', 'Resume', '1 to 2 of 260', 'wlc m: wholeLifeCost', 'Forget']) expect(html).toContain(words)
    expect(html).not.toContain('forgotten.csv')
  })
})

describe('the preview', () => {
  it('loading', () => expect(show({ draft: { state: 'loading' } })).toContain('Loading the import'))
  it('loading: while a job is at work it shows how far it is, and can be cancelled', () => {
    const html = show({ draft: full(reading), work: { words: 'Reading the file', done: 0.42 } })
    for (const words of ['Reading the file', '42%', 'Cancel', 'You can leave this page']) expect(html).toContain(words)
    expect(button(html, 'Apply')).toBe('')
  })
  it('refused', () => expect(show({ draft: { state: 'refused', problem: unreadable, again: () => undefined } })).toContain('found byte 0x89'))
  it('refused: a file that the job could not read says why', () => expect(show({ draft: full({ ...reading, state: 'refused', problem: unreadable }) })).toContain('found byte 0x89'))
  it('full: counts, position and why, what changes, who leaves, which units are added', () => {
    const html = show({ draft: full(draft) })
    for (const words of ['report_2023_24.csv', 'Because the file’s name says 2023/24: its last day.', 'begin an initiative', '1 change, 1 stay', 'repeat an earlier row', '2 of 3 columns read', 'Cost 1', '2 initiatives leave', 'Old canal', 'Creates 24 units', 'Transport › Roads', 'and 23 more', 'Discard']) expect(html).toContain(words)
    expect(button(html, 'Apply')).not.toContain('disabled')
  })
  it('partial: a short list asks before it is applied', () => {
    const html = show({ draft: full({ ...draft, short: true, effect: { ...draft.effect, leaving: 5 } }) })
    for (const words of ['leaves out 5 of the 6 initiatives', 'Replace the current list', 'Update only these']) expect(html).toContain(words)
    expect(button(html, 'Apply')).toContain('disabled')
    expect(button(show({ draft: full({ ...draft, short: true, scope: 'part' }) }), 'Apply')).not.toContain('disabled')
  })
  it('partial: without a date nothing can be applied, and the page says what is missing', () => {
    const html = show({ draft: full({ ...draft, asOf: null, asOfBecause: '' }) })
    expect(html).toContain('Nothing says at which date the position was taken. Give the date.')
    expect(button(html, 'Apply')).toContain('disabled')
  })
  it('partial: without names it opens at the columns', () => {
    const html = show({ draft: full({ ...draft, columns: draft.columns.map((column) => ({ ...column, field: null })), counts: { ...draft.counts, rows: 0 } }) })
    expect(html).toContain('No column gives the names of the initiatives')
    expect(html).toContain('Whole Life Cost (£m)')
  })
  it('partial: says that the portfolio has changed meanwhile', () => expect(show({ draft: full({ ...draft, stale: true }) })).toContain('Compare again'))
  it('lists the positions where there are several', () => {
    const html = show({ draft: full({ ...draft, positions: [{ asOf: '2023-03-31', title: 'R 2023-03-31', rows: 2, standing: 'same' }, ...draft.positions] }) })
    expect(html).toContain('2 positions: each becomes a publication')
    expect(html).toContain('In force already')
  })
  it('says so where the sheet lies on its side', () => expect(show({ draft: full({ ...draft, transposed: true }) })).toContain('The sheet lies on its side'))
  it('for a viewer: shows the same and offers no change', () => {
    const html = show({ draft: full(draft), canEdit: false })
    expect(html).toContain('begin an initiative')
    for (const act of ['Discard', '>Apply<', 'Choose another file']) expect(html).not.toContain(act)
  })
  it('applied: tells what it did, where to see it and the way back', () => {
    const html = show({ draft: full(applied) })
    for (const words of ['See the initiatives', 'Open the cockpit', '180', '31 more were confirmed', 'Import another file', 'Undo']) expect(html).toContain(words)
    expect(html).not.toContain('Discard')
    expect(html).not.toContain('begin an initiative')
  })
  it('applied without anything new: says that nothing was written and has nothing to undo', () => {
    const html = show({ draft: full({ ...applied, applied: applied.applied && { ...applied.applied, nothingNew: true } }) })
    expect(html).toContain('Nothing was written')
    expect(html).not.toContain('Undo')
  })
  it('undone: tells what was kept, what it would have been, and who changed it', () => {
    const html = show({ draft: full(undone) })
    for (const words of ['By Grace Hopper', 'Kept 7.00 GBP instead of 5.00 GBP', 'Alan Turing', 'Port customs']) expect(html).toContain(words)
    expect(button(html, 'Undo')).toBe('')
  })
  it('discarded: says that nothing was written', () => expect(show({ draft: full({ ...draft, state: 'discarded' }) })).toContain('Nothing of it was written'))
})

describe('columns, rows and issues', () => {
  const correcting = { busy: false, problem: undefined, correct: () => undefined }
  it('columns: what each is read as, how sure, because of what, and from where it is remembered; unread ones last', () => {
    const html = inEnglish(<Columns draft={draft} open correcting={correcting} />)
    for (const words of ['Sure, 100%', 'Check it, 55%', 'the heading says so', 'Remembered', 'as Grace Hopper decided for report_2022_23.csv', 'Name (needed)', 'Keep as “Colour of the moon”']) expect(html).toContain(words)
    expect(html.lastIndexOf('Colour of the moon')).toBeGreaterThan(html.lastIndexOf('Whole Life Cost'))
  })
  const list = (change: Partial<Parameters<typeof Issues>[0]> = {}) => inEnglish(<Issues draft={draft} issues={lists.issues} onRow={() => undefined} onSave={done} {...change} />)
  it('issues: severity, kind, cell with the way to its row, and words', () => {
    const html = list()
    for (const words of ['Errors (1)', 'A cost is below zero (1)', 'A5', 'Show the row', 'Download all as CSV']) expect(html).toContain(words)
    expect(html).not.toContain('Further')
  })
  it('issues, partial: says which of them are shown', () => expect(list({ draft: { ...draft, issuesInAll: 812 }, issues: paged<ImportIssue, IssuesAsk>(issues, { from: 100 }, 812) })).toContain('101 to 103 of 812'))
  it('issues, empty', () => expect(list({ draft: { ...draft, issuesInAll: 0 } })).toContain('No issues'))
  it('a row: what changes, from what to what, and the way to its issues', () => {
    const [, changed] = rows
    const html = changed ? inEnglish(<RowDrawer draft={draft} row={changed} onIssues={() => undefined} onClose={() => undefined} />) : ''
    for (const words of ['What changes', '5.00 GBP', '-1.00 GBP', 'Show 1 issue of this row', 'Port customs platform']) expect(html).toContain(words)
  })
})

describe('what a draft means', () => {
  it('can be applied with names, a date, a row and an answer where the list is short', () => {
    expect(blockersOf(draft)).toEqual([])
    expect(blockersOf({ ...draft, counts: { ...draft.counts, rows: 0 } })).toHaveLength(1)
    expect(blockersOf({ ...draft, short: true })).toHaveLength(1)
    expect(blockersOf({ ...draft, short: true, scope: 'whole' })).toEqual([])
  })
  it('says nothing new only where every position is in force already', () => {
    const same = { asOf: '2024-03-31', title: 'R', rows: 4, standing: 'same' as const }
    expect([saysNothingNew(draft), saysNothingNew({ positions: [same] }), saysNothingNew({ positions: [same, ...draft.positions] }), saysNothingNew({ positions: [] })]).toEqual([false, true, false, false])
  })
  it('names places as the file does, upright and on its side', () => {
    expect([columnName(draft, 28), rowName(draft, 5)]).toEqual(['AB', 'row 5'])
    expect([columnName({ transposed: true }, 28), rowName({ transposed: true }, 5)]).toEqual(['Row 28', 'column E'])
  })
  it('counts issues by severity', () => expect([issueCount(draft, undefined), issueCount(draft, 'error')]).toEqual([3, 1]))
  it('loses no column when those that are read come first', () => expect(readFirst(draft.columns).map(({ column }) => column)).toEqual([1, 3, 2]))
  it('is sure from 0.9, doubtful below 0.6', () => expect([0.9, 0.89, 0.6, 0.59].map(sureness)).toEqual(['sure', 'likely', 'likely', 'doubtful']))
  it('says what was kept, of a field and of the whole', () => {
    const conflict = { id: '', kind: 'initiative' as const, name: '', by: null }
    expect(conflictWords({ ...conflict, field: 'cost', found: '', before: '' })).toBe('Kept nothing instead of nothing')
    expect(conflictWords({ ...conflict, field: null, found: 'in use', before: '' })).toBe('Kept: in use')
  })
})
