import type { Idea, IdeaIntake } from '@throughline/contract/demand'
import { ideaFunnel, priorityOf } from '@throughline/engine/demand'
import { toWire } from '@throughline/contract/wire'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import type { AlikeFound, IdeaActs } from './acts.ts'
import { IdeasPage } from './Page.tsx'

const at = '2026-03-01T08:00:00.000Z'
const levels = { fit: 'high', value: 'high', ease: 'medium', urgency: 'medium' } as const
const idea = (title: string, more: Partial<Idea> = {}): Idea => ({
  id: title, version: 1, title, problem: `Why ${title}`, source: 'person', origin: '', measure: null, signalId: null, unit: null, submitter: { id: 'bo', name: 'Bo' }, handedInAt: at, credit: [{ id: 'bo', name: 'Bo' }], state: 'new', since: at, daysInState: 3, daysOld: 3, sponsor: null, levels: null,
  priority: { value: null, why: toWire(priorityOf(null).why) }, checked: { alike: [], missing: '' }, duplicateOf: null, merged: [], initiative: null, outcome: null, moves: [{ to: 'new', words: '', by: 'Bo', at }], may: { change: false, decide: true }, ...more,
})
const { stages, answerTime, toCase } = toWire(ideaFunnel([{ moves: [{ to: 'new', on: '2026-03-01' }] }], '2026-03-04')) as Pick<IdeaIntake, 'stages' | 'answerTime' | 'toCase'>
const intake: IdeaIntake = {
  ideas: [
    idea('One form', { state: 'triaged', levels, priority: { value: 'first', why: toWire(priorityOf(levels).why) }, sponsor: { id: 'ada', name: 'Ada' }, credit: [{ id: 'bo', name: 'Bo' }, { id: 'cy', name: 'Cy' }], merged: [{ id: 'x', name: 'Single form', by: 'Cy' }] }),
    idea('Ferry'), idea('Single form', { state: 'duplicate', duplicateOf: { id: 'One form', name: 'One form' }, outcome: { by: 'Ada', at, words: 'The same form' }, checked: { alike: [{ kind: 'idea', id: 'One form', name: 'One form', likeness: 0.8 }], missing: 'Harbours' } }),
  ], from: 0, total: 3, opened: null, stages, answerTime, toCase,
  shortfalls: [{ measureId: 'm', name: 'Days to a permit', objective: { id: 'o', name: 'Quick permits' }, standing: 'off_track', shortfall: { metric: { status: 'ok', value: 4 }, why: { term: 'Behind', figure: { status: 'ok', value: { kind: 'number', value: 4, unit: 'day' } } } } }],
  signals: [{ id: 's', unit: 'Harbour', words: 'Ships could wait less', at }],
}
const full = (shown: IdeaIntake): Reading<IdeaIntake> => ({ state: 'full', value: shown, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: IdeaActs = { handIn: never, change: never, judge: never, merge: never, decide: never }
const show = (reading: Reading<IdeaIntake>, { may = { handIn: true, decide: true }, shown = undefined as string | undefined, opened = null as Idea | null, alike = { found: [], twinAt: 0.5, ask: () => undefined } as AlikeFound } = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><IdeasPage {...{ reading, may, acts, shown }} opened={opened} looked={{ list: 'open', search: '' }} onLook={() => undefined} onFrom={() => undefined} others={{ found: [], total: 0, find: () => undefined }} members={[]} units={[]} alike={alike} onShow={() => undefined} discuss={() => 'Discuss'} /></LocaleProvider>)

describe('ideas', () => {
  it('empty, loading, refused', () => {
    const html = show(full({ ...intake, ideas: [], total: 0, ...(toWire(ideaFunnel([], '2026-03-04')) as Pick<IdeaIntake, 'stages' | 'answerTime' | 'toCase'>), shortfalls: [], signals: [] }))
    expect([html.includes('No idea was handed in yet'), html.split('Hand in an idea').length]).toEqual([true, 2])
    expect(show({ state: 'loading' })).toContain('Loading ideas')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('partial: nothing was handed in, and something calls for an idea', () => expect(show(full({ ...intake, ideas: [] }))).toContain('Days to a permit'))
  it('full: what is open with its priority and credit, what calls for an idea, and the funnel', () => {
    const html = show(full(intake))
    for (const said of ['1 not judged yet', 'Bo, Cy', 'First', 'Answer: One form', 'Judge: Ferry', 'Off track', 'Ships could wait less', 'Ever came there']) expect(html).toContain(said)
    expect(html).not.toContain('Pages of ideas')
  })
  it('many: which part of them is listed, and an idea of another part opens', () => {
    expect(show(full({ ...intake, from: 100, total: 250 }))).toContain('101 to 103 of 250')
    expect(show(full(intake), { shown: 'Far away', opened: idea('Far away') })).toContain('Why Far away')
  })
  it('does not say that nothing reads like it before anybody knows', () => {
    expect(show(full(intake), { shown: 'Ferry' })).toContain('Nothing reads like it.')
    expect(show(full(intake), { shown: 'Ferry', alike: { found: undefined, twinAt: 0.5, ask: () => undefined } })).not.toContain('Nothing reads like it.')
  })
  it('the sheet: who is thanked, why it was handed in all the same, and where it lives on', () => {
    const html = show(full(intake), { shown: 'Single form' })
    for (const said of ['The same form', 'It lives on in', 'missing: Harbours', 'Answer again']) expect(html).toContain(said)
    // Of an earlier day nothing is done, whatever the reader may do today.
    const changeable = full({ ...intake, ideas: intake.ideas.map((one) => ({ ...one, may: { change: true, decide: true } })) })
    expect(show(changeable, { may: { handIn: false, decide: false }, shown: 'One form' })).not.toMatch(/>(Judge|Judge again|Change|Merge|Answer)</)
    expect(show(full({ ...intake, ideas: intake.ideas.map((one) => ({ ...one, may: { change: false, decide: false } })) }), { may: { handIn: false, decide: false }, shown: 'One form' })).not.toMatch(/>(Judge|Merge|Answer|Hand in an idea)</)
  })
})
