import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../ui/locale.tsx'
import { fullWork, noWork, task } from './fixture.ts'
import { Found } from './LoadWork.tsx'
import { stepTo } from './roving.ts'
import { entryOf, givenOf } from './TaskForm.tsx'
import { everything } from './words.ts'
import { WorkCard, type WorkCardProps } from './WorkCard.tsx'

const done = () => Promise.resolve({ ok: true as const, value: {} as never })
const nothing = () => undefined
const shown = (change: Partial<WorkCardProps> = {}): string =>
  renderToString(<LocaleProvider locale="en-GB"><WorkCard list={fullWork} filter={everything} canEdit acts={{ add: done, change: done, withdraw: done, preview: done, keep: done, save: nothing }} enabled={[]} onFilter={nothing} onFrom={nothing} onOpen={nothing} {...change} /></LocaleProvider>).replaceAll('<!-- -->', '')

describe('the work of an initiative', () => {
  it('empty: says what would be there, and offers it to who may', () => {
    expect(shown({ list: noWork })).toContain('No work is recorded yet')
    expect([shown({ list: noWork }).includes('Add work'), shown({ list: noWork, canEdit: false }).includes('Add work')]).toEqual([true, false])
  })
  it('full: counts, then each task with its way to the objective and to its source', () => {
    const page = shown()
    for (const words of ['1 of 2 tasks done · 1 in progress · 0 of 1 milestone reached · 1 overdue · 1 cancelled', '1 of 2 parts done', 'In progress, overdue', 'kind=task&amp;id=DM-2', 'https://jira.example/DM-2', '16 Jun 2025 – 31 Oct 2025', 'kind=change&amp;id=c', 'Change: Fit it out']) expect(page).toContain(words)
    expect(page.match(/tabindex="0"/gi)?.length).toBe(1)
    expect(shown({ canEdit: false })).not.toContain('Withdraw')
  })
  it('partial: what a filter lets through may be nothing, and a long list goes by page', () => {
    expect(shown({ list: { ...fullWork, tasks: [], total: 0 } })).toContain('Nothing is like that.')
    expect(shown({ list: { ...fullWork, from: 50, total: 340 } })).toContain('51 to 53 of 340')
  })
})

describe('the keyboard', () => {
  it('goes through rows and their controls, and stays within them', () => {
    const size = { rows: 3, stops: 2 }
    expect([stepTo({ row: 0, stop: 1 }, size, 'ArrowDown'), stepTo({ row: 0, stop: 0 }, size, 'ArrowUp'), stepTo({ row: 1, stop: 0 }, size, 'ArrowRight'), stepTo({ row: 1, stop: 0 }, size, 'End'), stepTo({ row: 1, stop: 0 }, size, 'a')]).toEqual([{ row: 1, stop: 1 }, undefined, { row: 1, stop: 1 }, { row: 2, stop: 0 }, undefined])
  })
})

describe('what is sent', () => {
  it('is what stands in the form; a code says what it stands below, and only what is done has an actual finish', () => {
    const entry = entryOf(task('A', { parent: { id: 'p', name: 'P' }, enables: { kind: 'benefit', id: 'b', name: 'B' }, state: 'done', finishedOn: '2026-01-02' }))
    expect(givenOf(entry, true)).toMatchObject({ key: 'A', wbs: null, parentId: 'p', state: 'done', finishedOn: '2026-01-02', enables: { kind: 'benefit', id: 'b' } })
    expect(givenOf({ ...entry, wbs: ' 1.2 ', state: 'in_progress' }, true)).toMatchObject({ wbs: '1.2', finishedOn: null })
    expect(givenOf({ ...entry, wbs: '1.2' }, true)).not.toHaveProperty('parentId')
    expect(givenOf({ ...entryOf(undefined), name: 'New' }, false)).not.toHaveProperty('key')
  })
  it('of a list is told before it is sent: what is read as what, and what is left out', () => {
    const page = renderToString(<LocaleProvider locale="en-GB"><Found preview={{ recognised: 'CSV', fields: [{ heading: 'Summary', field: 'name' }, { heading: 'Sprint', field: null }], rows: [], added: 1, changed: 2, same: 3, issues: [{ line: 4, found: 'soon', expected: 'a date' }] }} /></LocaleProvider>).replaceAll('<!-- -->', '')
    for (const words of ['adds 1 task, changes 2 tasks, leaves 3 as they are', 'Summary as name', 'Not read: Sprint', 'Line 4', 'Found soon; expected a date.']) expect(page).toContain(words)
  })
})
