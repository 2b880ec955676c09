import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { calls, fullList, unmeasured } from '../measures/fixture.ts'
import { askedOf, enteredFrom, fillDown, rowsToSend } from './due.ts'
import { UpdatesPage, type UpdatesProps } from './Page.tsx'

const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const show = (change: Partial<UpdatesProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <UpdatesPage measures={full(fullList)} me="me" today="2025-11-21" canRecord onRecord={async () => ok({})} onAttach={() => Promise.resolve({ ok: false, words: 'no' })} {...change} />
    </LocaleProvider>,
  )
const mine = { id: 'me', name: 'Ada' }

describe('my updates', () => {
  it('loading', () => expect(show({ measures: { state: 'loading' } })).toContain('Loading what is due'))
  it('refused', () => expect(show({ measures: { state: 'refused', problem: { type: '', title: '', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined } })).toContain('This needs the role viewer.'))
  it('empty: tells who reports nothing from who has reported all', () => {
    expect(show({ me: 'you' })).toContain('You report no measure')
    expect(show({ measures: full({ ...fullList, measures: [{ ...calls, due: calls.due && { ...calls.due, standing: 'known' } }] }) })).toContain('Everything of yours is reported')
  })
  it('full: what is due from me alone, prefilled with the last', () => {
    const html = show()
    for (const words of ['1 due from you', 'Calls answered in time', 'Late', 'value="82"', 'value="2025-10-31"', 'Files that show Calls answered in time']) expect(html).toContain(words)
    expect(html).not.toContain('New hospitals open')
  })
})

describe('what is asked', () => {
  const asked = askedOf([{ ...unmeasured, name: 'B', reporter: mine, due: null }, { ...unmeasured, name: 'A', reporter: mine, due: unmeasured.due && { ...unmeasured.due, standing: 'not_due' } }, calls], 'me', '2025-11-21')
  it('is what is late first, then what is open, then what comes now and then, of the last day of its period', () => expect(asked.map(({ standing, on }) => [standing, on])).toEqual([['late', '2025-10-31'], ['not_due', '2025-03-31'], ['now_and_then', '2025-11-21']]))
  it('is sent only where it was confirmed: a prefilled value is no report', () => {
    const [first] = asked
    if (!first) throw new Error('something is asked')
    const entered = new Map([[first.row.id, enteredFrom(first)]])
    expect(rowsToSend(asked, entered)).toEqual([])
    expect(rowsToSend(asked, new Map([[first.row.id, { ...enteredFrom(first), confirmed: true, provisional: true, note: 'Late desk', files: [{ id: 'f1', name: 'calls.csv' }] }]]))).toEqual([{ measureId: 'm1', on: '2025-10-31', value: '82', state: 'provisional', note: 'Late desk', source: 'file:f1' }])
  })
  it('takes a pasted column, in the manner of the locale, and counts what is no number', () => {
    expect(fillDown('1,234.5\r\n45%\n\nmany\n7', 4, 'en-GB')).toEqual({ values: ['1234.5', '45', undefined, undefined], unread: 1 })
    expect(fillDown('Label\t1.234,5\n', 3, 'de-DE').values).toEqual(['1234.5'])
  })
})
