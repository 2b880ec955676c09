import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../locale.tsx'
import { AttachFiles, whyNot, type AttachFilesProps } from './AttachFiles.tsx'

const accept = '.pdf,.csv'
const show = (change: Partial<AttachFilesProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <AttachFiles label="Files of the claim" hint="PDF or CSV" accept={accept} mostBytes={1_048_576} files={[]} onAttach={() => Promise.resolve({ ok: false, words: 'no' })} onChange={() => undefined} {...change} />
    </LocaleProvider>,
  )

describe('files beside other fields', () => {
  it('empty: says what is taken, and is called by what they are of', () => {
    for (const words of ['role="group" aria-label="Files of the claim"', 'Attach a file', 'PDF or CSV', 'accept=".pdf,.csv"', 'role="status"']) expect(show()).toContain(words)
  })
  it('attached: each by its name, left out by a press of its own', () => {
    const html = show({ files: [{ id: '1', name: 'calls.csv' }, { id: '2', name: 'minutes.pdf' }] })
    for (const words of ['calls.csv', 'aria-label="Leave out minutes.pdf"', 'Attach another']) expect(html).toContain(words)
  })
  it('disabled: nothing is offered', () => expect(show({ disabled: true })).toMatch(/<button[^>]*disabled=""/))
  it('refuses without sending what is of another kind or too large, with what is taken', () => {
    expect(whyNot({ name: 'run.exe', type: '', size: 1 }, accept, 9)?.words).toBe('run.exe is not taken. Taken are .pdf, .csv.')
    expect(whyNot({ name: 'a.PDF', type: 'application/pdf', size: 2_000_000 }, accept, 1_048_576)?.words).toBe('a.PDF has 2 MB. Taken are at most 1 MB.')
    expect(whyNot({ name: 'a.csv', type: 'text/csv', size: 1_048_576 }, accept, 1_048_576)).toBeUndefined()
  })
})
