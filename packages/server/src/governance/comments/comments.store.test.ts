import { beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type Subject } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { strategyRoutes } from '@throughline/contract/strategy'
import { valueRoutes } from '@throughline/contract/value'
import { onEachDatabase, testApp, type Person } from '@throughline/testkit/database'
import { newId } from '../../database/index.ts'

const { addComment, changeComment, removeComment, resolveThread, listComments, countComments, findPeople, listNotifications, countUnread, markRead, readChoices, changeChoices, follow, readActivity, listActivity, listActs, listRevisions } = governanceRoutes

onEachDatabase('comments', (t) => {
  const app = testApp(t)
  let bridge: Subject
  const newInitiative = async (name: string): Promise<Subject> => ({ room: 'demand', kind: 'initiative', id: (await app.editor.read(demandRoutes.createInitiative, { body: { name } })).id })
  const say = (person: Person, subject: Subject, text: string, threadId?: string) => person.read(addComment, { body: { subject, text, ...(threadId ? { threadId } : {}) } })
  const discussion = (subject: Subject) => app.viewer.read(listComments, { query: subject })
  const toldTo = async (person: Person) => (await person.read(listNotifications, {})).notifications
  const nameOf = (person: Person) => person.actor.name
  beforeAll(async () => {
    bridge = await newInitiative('Bridge')
  })

  describe('a thread', () => {
    it('is begun by a viewer, answered, changed by its author alone, and keeps the place of what was taken back', async () => {
      const subject = await newInitiative('Harbour')
      const first = await say(app.viewer, subject, '  Why does it cost so much? 🏗 \u202eمرحبا  ')
      const reply = await say(app.editor, subject, 'Steel.', first.id)
      expect(first).toMatchObject({ text: 'Why does it cost so much? 🏗 \u202eمرحبا', threadId: first.id, version: 1, can: { change: true }, author: { id: app.viewer.actor.accountId, name: nameOf(app.viewer) } })
      expect(reply.threadId).toBe(first.id)
      expect(await app.editor.refused(changeComment, { params: { id: first.id }, body: { version: 1, text: 'x' } })).toMatchObject({ code: 'comment_not_own', status: 403, values: { author: nameOf(app.viewer) } })
      expect(await app.viewer.read(changeComment, { params: { id: first.id }, body: { version: 1, text: 'Why so dear?' } })).toMatchObject({ text: 'Why so dear?', version: 2 })
      expect(await app.viewer.refused(changeComment, { params: { id: first.id }, body: { version: 1, text: 'late' } })).toMatchObject({ code: 'version_moved', values: { expected: 2 } })
      await app.editor.read(removeComment, { params: { id: reply.id } })
      expect(await app.editor.refused(removeComment, { params: { id: reply.id } })).toMatchObject({ code: 'comment_removed' })
      const { threads } = await discussion(subject)
      expect(threads.map(({ comments }) => comments.map(({ text, removedAt }) => [text, removedAt !== null]))).toEqual([[['Why so dear?', false], ['', true]]])
      expect(threads[0]?.comments[0]?.editedAt).not.toBeNull()
      expect(await app.viewer.read(countComments, { query: subject })).toEqual({ comments: 1, open: 1 })
      const kept = await app.viewer.read(listRevisions, { query: { entityId: reply.id } })
      expect(kept.map(({ act, changes }) => [act, changes.find(({ field }) => field === 'text')?.before])).toEqual([['governance.remove-comment', 'Steel.'], ['governance.add-comment', null]])
    })

    it('is settled by whoever began it or an editor, and opened again', async () => {
      const subject = await newInitiative('Tunnel')
      const byEditor = await say(app.editor, subject, 'Agreed?')
      expect(await app.viewer.refused(resolveThread, { params: { id: byEditor.id }, body: { version: 1, resolved: true } })).toMatchObject({ code: 'role_insufficient' })
      const byViewer = await say(app.viewer, subject, 'Done?')
      expect(await app.viewer.read(resolveThread, { params: { id: byViewer.id }, body: { version: 1, resolved: true } })).toMatchObject({ resolved: { by: nameOf(app.viewer) }, version: 2 })
      expect(await app.viewer.read(countComments, { query: subject })).toEqual({ comments: 2, open: 1 })
      expect(await app.editor.refused(resolveThread, { params: { id: byViewer.id }, body: { version: 1, resolved: false } })).toMatchObject({ code: 'version_moved' })
      expect(await app.editor.read(resolveThread, { params: { id: byViewer.id }, body: { version: 2, resolved: false } })).toMatchObject({ resolved: null })
      const reply = await say(app.viewer, subject, 'Still open.', byViewer.id)
      expect(await app.viewer.refused(resolveThread, { params: { id: reply.id }, body: { version: 1, resolved: true } })).toMatchObject({ code: 'thread_unknown' })
      expect(await app.viewer.refused(addComment, { body: { subject, text: 'deeper', threadId: reply.id } })).toMatchObject({ code: 'thread_unknown', status: 404 })
      expect(await app.viewer.refused(addComment, { body: { subject: bridge, text: 'elsewhere', threadId: byViewer.id } })).toMatchObject({ code: 'thread_unknown' })
    })

    it('is one of many, page by page, each once', async () => {
      const subject = await newInitiative('Long')
      const ids: string[] = []
      for (let n = 0; n < 23; n += 1) ids.push((await say(app.viewer, subject, `No. ${n}`)).id)
      const one = await discussion(subject)
      const two = await app.viewer.read(listComments, { query: { ...subject, cursor: one.next ?? '' } })
      expect([...one.threads, ...two.threads].map(({ id }) => id)).toEqual(ids.toReversed())
      expect(two.next).toBeNull()
    })
  })

  describe('a subject', () => {
    it('must be there, in this organisation, of a kind that its room keeps', async () => {
      const { editor } = await app.secondOrganisation()
      for (const subject of [{ ...bridge, id: newId() }, { ...bridge, room: 'value' }, { ...bridge, kind: 'objective' as const }]) expect(await app.viewer.refused(addComment, { body: { subject, text: 'x' } })).toMatchObject({ code: 'subject_unknown', status: 404, values: { id: subject.id } })
      for (const route of [listComments, countComments, readActivity]) expect(await editor.refused(route, { query: bridge })).toMatchObject({ code: 'subject_unknown' })
      expect(await editor.refused(follow, { body: { subject: bridge, following: true } })).toMatchObject({ code: 'subject_unknown' })
      expect(await app.viewer.refused(listComments, { query: { ...bridge, kind: 'wish' as 'initiative' } })).toMatchObject({ code: 'input_invalid' })
    })

    it('that was removed is remembered, and not talked about any more', async () => {
      const subject = await newInitiative('Gone')
      await say(app.viewer, subject, 'Keep it?')
      await app.editor.read(demandRoutes.removeInitiative, { params: { id: subject.id } })
      expect((await discussion(subject)).subject).toEqual({ ...subject, name: 'Gone', place: null })
      expect(await app.viewer.refused(addComment, { body: { subject, text: 'Too late' } })).toMatchObject({ code: 'subject_unknown' })
    })

    it('is anything that the rooms keep', async () => {
      const unit = await app.editor.read(peopleRoutes.createUnit, { body: { code: 'OPS', name: 'Operations', kind: 'division' } })
      const strategy = await app.editor.read(strategyRoutes.readStrategy, {})
      const entry = await app.editor.read(valueRoutes.recordEntry, { body: { initiativeId: bridge.id, kind: 'forecast', year: 2027, amountMinor: '100', cashClass: 'na', evidence: 'Plan' } })
      const { subject: named } = await discussion({ room: 'value', kind: 'value_entry', id: entry.id })
      expect(named).toMatchObject({ name: 'forecast 2027, Bridge', place: '/value' })
      expect((await discussion({ room: 'people', kind: 'unit', id: unit.id })).subject.name).toBe('Operations')
      expect(strategy).toBeTruthy()
      expect(await app.viewer.read(portfolioRoutes.listScenarios, {})).toEqual(expect.anything())
    })

    it('keeps text as it is written, and no more than it may be', async () => {
      const subject = await newInitiative('Text')
      const attack = '<img src=x onerror=alert(1)> javascript:alert(1) "\' or 1=1 --'
      expect((await say(app.viewer, subject, attack)).text).toBe(attack)
      for (const text of ['', '   ', 'x'.repeat(4_001), 'nul \u0000']) expect(await app.viewer.refused(addComment, { body: { subject, text } })).toMatchObject({ code: 'input_invalid' })
      expect((await say(app.viewer, subject, '👩‍👩‍👧'.repeat(500))).text).toHaveLength(4_000)
    })
  })

  describe('people', () => {
    it('are found by the beginning of a name, without their emails', async () => {
      const found = await app.viewer.read(findPeople, { query: { find: 'edi' } })
      expect(found).toEqual([{ id: app.editor.actor.accountId, name: 'Eddie Editor' }])
      expect(await app.viewer.read(findPeople, { query: { find: '%' } })).toEqual([])
      expect((await app.viewer.read(findPeople, {})).length).toBe(3)
    })

    it('who are mentioned are told and follow; nobody is told of their own doing; each is told once', async () => {
      const subject = await newInitiative('Told')
      const first = await say(app.viewer, subject, 'Is this right, @eddie editor? @Vera Viewer @nobody')
      expect(first.mentions).toEqual([{ id: app.editor.actor.accountId, name: 'eddie editor' }, { id: app.viewer.actor.accountId, name: 'Vera Viewer' }])
      const ofSubject = async (person: Person) => (await toldTo(person)).filter((one) => one.subject?.id === subject.id).map(({ reason, words, by }) => ({ reason, words, by }))
      expect(await ofSubject(app.editor)).toEqual([{ reason: 'mention', words: first.text, by: nameOf(app.viewer) }])
      expect(await ofSubject(app.viewer)).toEqual([])
      await say(app.editor, subject, 'Yes, @Vera Viewer', first.id)
      expect((await ofSubject(app.viewer)).map(({ reason }) => reason)).toEqual(['mention'])
      await say(app.owner, subject, 'Good.', first.id)
      expect((await ofSubject(app.viewer)).map(({ reason }) => reason)).toEqual(['reply', 'mention'])
      expect((await ofSubject(app.editor)).map(({ reason }) => reason)).toEqual(['reply', 'mention'])
      await say(app.owner, subject, 'Something else.')
      expect((await ofSubject(app.editor))[0]?.reason).toBe('followed_comment')
      await app.viewer.read(removeComment, { params: { id: first.id } })
      expect((await ofSubject(app.editor)).find(({ reason }) => reason === 'mention')?.words).toBe('')
    })

    it('who follow hear of changes, one at a time, until they leave, and stay away', async () => {
      const subject = await newInitiative('Followed')
      await app.viewer.read(follow, { body: { subject, following: true } })
      expect((await discussion(subject)).following).toBe(true)
      const rename = async (name: string) => {
        const { version } = (await app.editor.read(demandRoutes.readInitiative, { params: { id: subject.id } })).row
        await app.editor.read(demandRoutes.changeInitiative, { params: { id: subject.id }, body: { version, name } })
      }
      await rename('Followed one')
      await rename('Followed two')
      const [told, ...others] = (await toldTo(app.viewer)).filter((one) => one.subject?.id === subject.id)
      expect(told).toMatchObject({ reason: 'followed_change', act: 'demand.change-initiative', by: nameOf(app.editor), subject: { name: 'Followed two', place: `/demand/initiatives/${subject.id}` } })
      expect(others).toEqual([])
      await app.viewer.read(markRead, { body: { ids: [told!.id] } })
      await app.editor.read(valueRoutes.recordEntry, { body: { initiativeId: subject.id, kind: 'forecast', year: 2027, amountMinor: '100', cashClass: 'na', evidence: 'Plan' } })
      expect((await toldTo(app.viewer)).filter((one) => one.subject?.id === subject.id).map(({ act }) => act)).toEqual(['value.record-entry', 'demand.change-initiative'])
      await app.viewer.read(markRead, { body: { ids: 'all' } })
      await app.viewer.read(follow, { body: { subject, following: false } })
      await say(app.editor, subject, '@Vera Viewer?')
      await rename('Followed three')
      expect((await toldTo(app.viewer)).filter((one) => one.subject?.id === subject.id && one.readAt === null).map(({ reason }) => reason)).toEqual(['mention'])
      expect((await discussion(subject)).following).toBe(false)
    })

    it('read what they were told, and nobody else does: not by a route, not below it', async () => {
      const subject = await newInitiative('Private')
      await app.viewer.read(markRead, { body: { ids: 'all' } })
      await say(app.editor, subject, '@Vera Viewer, a word')
      expect(await app.viewer.read(countUnread, {})).toEqual({ unread: 1 })
      const [mine] = await toldTo(app.viewer)
      await app.editor.read(markRead, { body: { ids: [mine!.id] } })
      expect(await app.viewer.read(countUnread, {})).toEqual({ unread: 1 })
      expect((await toldTo(app.editor)).some(({ id }) => id === mine!.id)).toBe(false)
      const { withOrg } = await import('../../database/index.ts')
      const seen = (actor: Person['actor']) => withOrg(t.db, actor, (tx) => tx.selectFrom('notification').select('account_id').distinct().execute())
      expect(await seen(app.viewer.actor)).toEqual([{ account_id: app.viewer.actor.accountId }])
      expect((await seen(app.owner.actor)).every(({ account_id }) => account_id === app.owner.actor.accountId)).toBe(true)
      expect((await app.viewer.read(listNotifications, { query: { unread: true } })).notifications).toHaveLength(1)
    })

    it('choose what they are told', async () => {
      const subject = await newInitiative('Quiet')
      expect((await app.viewer.read(changeChoices, { body: { choices: { mention: false } } })).mention).toBe(false)
      const before = await app.viewer.read(countUnread, {})
      await say(app.editor, subject, '@Vera Viewer')
      expect(await app.viewer.read(countUnread, {})).toEqual(before)
      expect((await app.viewer.read(changeChoices, { body: { choices: { mention: true } } })).mention).toBe(true)
      expect(Object.values(await app.viewer.read(readChoices, {}))).not.toContain(false)
    })
  })

  describe('what happened', () => {
    it('to a thing and what belongs to it stands in one list, page by page, each once', async () => {
      const subject = await newInitiative('Whole story')
      const other = await newInitiative('Other')
      await app.editor.read(demandRoutes.changeInitiative, { params: { id: subject.id }, body: { version: 1, sponsor: 'Ada', why: 'Agreed' } })
      await say(app.viewer, subject, 'Who is Ada?')
      await app.editor.read(demandRoutes.createDependency, { body: { fromId: subject.id, toId: other.id, reason: 'Ground' } })
      await app.editor.read(valueRoutes.recordEntry, { body: { initiativeId: subject.id, kind: 'promised', year: 2026, amountMinor: '5', cashClass: 'na', evidence: 'Case' } })
      const { entries } = await app.viewer.read(readActivity, { query: subject })
      expect(entries.map(({ act }) => act)).toEqual(['value.record-entry', expect.stringContaining('demand.'), 'governance.add-comment', 'demand.change-initiative', expect.stringContaining('demand.')])
      expect(entries[2]?.comment?.text).toBe('Who is Ada?')
      expect(entries[3]).toMatchObject({ why: 'Agreed', by: { name: nameOf(app.editor) }, subject: { name: 'Whole story' } })
      const paged: string[] = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await app.viewer.read(readActivity, { query: { ...subject, limit: 2, ...(cursor ? { cursor } : {}) } })
        paged.push(...page.entries.map(({ id }) => id))
        cursor = page.next
      }
      expect(paged).toEqual(entries.map(({ id }) => id))
    })

    it('in the organisation is found by room, kind, act, person and time', async () => {
      const acts = await app.viewer.read(listActs, {})
      expect(acts).toEqual([...new Set(acts)].toSorted())
      expect(acts).toContain('governance.add-comment')
      const all = async (query: object) => (await app.viewer.read(listActivity, { query: { limit: 200, ...query } })).entries
      expect(new Set((await all({ act: 'governance.add-comment' })).map(({ act }) => act))).toEqual(new Set(['governance.add-comment']))
      expect((await all({ room: 'value', kind: 'value_entry' })).every(({ subject }) => subject.kind === 'value_entry')).toBe(true)
      expect(new Set((await all({ by: app.viewer.actor.accountId })).map(({ by }) => by.id))).toEqual(new Set([app.viewer.actor.accountId]))
      expect(await all({ until: '2020-01-01T00:00:00Z' })).toEqual([])
      expect((await all({ from: '2020-01-01T00:00:00Z' })).length).toBeGreaterThan(10)
      const comment = (await all({ act: 'governance.add-comment' }))[0]
      expect(comment?.subject.kind).toBe('initiative')
      expect(comment?.changes.map(({ field }) => field)).toEqual(['text'])
    })
  })
})
