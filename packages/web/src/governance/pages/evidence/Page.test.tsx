import { evidenceFaults, type EvidenceHead, type EvidenceReport, type Job } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import { EvidencePage, type EvidenceProps } from './Page.tsx'
import { faultWords } from './words.ts'

const head: EvidenceHead = { format: 'throughline-evidence-head', version: 1, organisation: { id: '01900000-0000-7000-8000-0000000000aa', name: 'Acme' }, seq: 1204, at: '2026-11-20T14:05:00.250Z', hash: 'ab'.repeat(32) }
const report: EvidenceReport = { holds: true, head, acts: 1204, tables: 48, rows: 100_532, faults: [], more: false, checkedAt: '2026-11-20T15:00:00Z' }
const job: Job = { id: 'j', kind: 'governance.verify-evidence', state: 'running', progress: { done: 12, total: 48, words: 'Checking initiative' }, result: null, problem: null, createdAt: '2026-11-20T15:00:00Z', finishedAt: null }
const full = { state: 'full', value: head, refreshing: false, problem: undefined, again: () => undefined } as const
const show = (given: Partial<EvidenceProps> = {}): string =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><EvidencePage head={full} job={undefined} report={undefined} problem={undefined} seals={null} onCheck={() => undefined} onCancel={() => undefined} onSave={() => undefined} {...given} /></LocaleProvider>)
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('evidence', () => {
  it('loading and refused', () => {
    expect(show({ head: { state: 'loading' } })).toContain('Loading the head of the chain')
    expect(show({ head: { state: 'refused', problem: { type: '', title: 'Sign in first', status: 401, code: 'session_required', detail: 'This needs a session.' }, again: () => undefined } })).toContain('This needs a session.')
  })
  it('full: the head in full, to be kept elsewhere', () => {
    const text = textOf(show())
    for (const words of ['Act 1,204', head.hash, 'Save the head', 'Check everything']) expect(text).toContain(words)
  })
  it('partial: says what it is checking, and can be stopped', () => {
    const html = show({ job })
    expect(textOf(html)).toContain('Checking initiative 25% ')
    expect(html).toContain('Cancel')
  })
  it('says that everything holds, with how much that is', () => expect(textOf(show({ report }))).toContain('Everything holds 1,204 acts, 100,532 rows of 48 tables'))
  it('names what does not hold', () => {
    const text = textOf(show({ report: { ...report, holds: false, faults: [{ fault: 'changed', table: 'initiative', key: '01900000', seq: null, at: head.at }, { fault: 'inserted', table: 'revision', key: '02', seq: null, at: null }] } }))
    expect(text).toContain('2 things done behind the server’s back')
    expect(text).toContain('initiative 01900000 is not as the last act left it 20 Nov 2026')
    expect(text).toContain('revision 02 is there, and no act wrote it none')
  })
  it('has words for every fault', () => {
    const all = evidenceFaults.map((fault) => faultWords({ fault, table: 'initiative', key: 'k', seq: 7 }))
    expect(new Set(all).size).toBe(evidenceFaults.length)
    expect(all.join()).not.toMatch(/undefined|null/)
  })
})
