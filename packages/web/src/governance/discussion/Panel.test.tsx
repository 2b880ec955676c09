import type { Comment, Thread } from '@throughline/contract/governance'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../ui/locale.tsx'
import type { Reading } from '../../wire/index.ts'
import { DiscussionPanel } from './Panel.tsx'

const ada = { id: '01900000-0000-7000-8000-0000000000a1', name: 'Ada' }
const comment = (change: Partial<Comment> = {}): Comment => ({ id: '01900000-0000-7000-8000-000000000001', threadId: '01900000-0000-7000-8000-000000000001', author: ada, text: 'Why so dear?', mentions: [], createdAt: '2026-11-20T14:05:00Z', editedAt: null, removedAt: null, version: 1, can: { change: false }, ...change })
const thread = (comments: Comment[], change: Partial<Thread> = {}): Thread => ({ id: comments[0]!.id, resolved: null, version: 1, comments, can: { resolve: true }, ...change })
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const none = { left: false, busy: false, onMore: () => undefined }
const done = async () => ok({})

const show = (threads: Reading<readonly Thread[]>, { tab = 'comments' as 'comments' | 'activity', following = false, left = false } = {}): string =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <DiscussionPanel {...{ tab, threads, following }} onTab={() => undefined} moreThreads={{ ...none, left }} entries={full([])} moreEntries={none} onFollow={() => undefined} acts={{ onSay: done, onChange: done, onTakeBack: done, onSettle: done, findPeople: async () => [] }} currency="GBP" about="x" />
    </LocaleProvider>,
  )

describe('the discussion', () => {
  it('loading', () => expect(show({ state: 'loading' })).toContain('Loading what was said'))
  it('refused', () => expect(show({ state: 'refused', problem: { type: '', title: 'There is nothing to talk about', status: 404, code: 'subject_unknown', detail: 'Found no initiative' }, again: () => undefined })).toContain('Found no initiative'))
  it('empty: invites to speak', () => {
    expect(show(full([]))).toContain('Nobody has said anything yet')
    expect(show(full([]), { tab: 'activity' })).toContain('Nothing has happened yet')
  })
  it('full: threads with their replies, what was taken back and what was settled', () => {
    const html = show(full([thread([comment({ editedAt: '2026-11-20T15:00:00Z', can: { change: true } }), comment({ id: 'r', text: '', removedAt: '2026-11-20T16:00:00Z' })], { resolved: { at: '2026-11-21T00:00:00Z', by: 'Eddie' } })]), { following: true })
    for (const words of ['Why so dear?', 'changed', 'This comment was taken back.', 'Settled by Eddie', 'Open again', 'Take back', 'Following', 'aria-pressed="true"']) expect(html).toContain(words)
  })
  it('partial: offers the older threads', () => expect(show(full([thread([comment()])]), { left: true })).toContain('Show older threads'))
  it('shows whatever is written as words, and leads to http and https alone', () => {
    const html = show(full([thread([comment({ text: '<script>alert(1)</script> javascript:alert(2) https://example.org/"onmouseover="x" @Ada', mentions: [ada] })])]))
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toMatch(/<script|href="javascript|onmouseover="x/)
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual(['https://example.org/'])
    expect(html).toContain('rel="noopener noreferrer nofollow"')
    expect(html).toContain('<bdi>@Ada</bdi></strong>')
  })
})
