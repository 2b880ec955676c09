import { governanceRoutes, type Comment, type Notification, type Subject } from '@throughline/contract/governance'
import { checkTable, truth, words } from '../check.ts'
import type { Person } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, callerOf, present, type World } from '../world.ts'
import { findInitiative, nobodysId } from './find.ts'

/** What was said, by its first wording, so that a sentence can speak of it after it was taken back. */
const said = new WeakMap<World, Map<string, Comment>>()
const saidIn = (world: World): Map<string, Comment> => said.get(world) ?? said.set(world, new Map()).get(world) ?? new Map()
const theComment = (world: World, text: string): Comment => present(saidIn(world).get(text), `comment "${text}"`)

/** Sentences about what people say of an initiative, and what they are told. */
export const discussionSentences: readonly Sentence[] = [
  does('{person} says {text} about {text}', async ({ world }, person, text, name) => say(world, person, { subject: await initiative(world, name), text })),
  does('{person} replies {text} to {text} about {text}', async ({ world }, person, text, to, name) => say(world, person, { subject: await initiative(world, name), text, threadId: theComment(world, to).id })),
  does('{person} replies {text} about {text} to a thread that is not there', async ({ world }, person, text, name) => say(world, person, { subject: await initiative(world, name), text, threadId: nobodysId })),
  does('{person} says {text} about an initiative that is not there', ({ world }, person, text) => say(world, person, { subject: { room: 'demand', kind: 'initiative', id: nobodysId }, text })),
  does('{person} changes the comment {text} to {text}', async ({ world }, person, text, wording) => {
    const { id, version } = theComment(world, text)
    await act(world, person, governanceRoutes.changeComment, { params: { id }, body: { version, text: wording } })
  }),
  does('{person} takes the comment {text} back', async ({ world }, person, text) => act(world, person, governanceRoutes.removeComment, { params: { id: theComment(world, text).id } })),
  does('{person} follows {text}', async ({ world }, person, name) => act(world, person, governanceRoutes.follow, { body: { subject: await initiative(world, name), following: true } })),

  checks('what was said about {text} reads', async ({ world, table }, name) => {
    const { threads } = await world.home.viewer.read(governanceRoutes.listComments, { query: await initiative(world, name) })
    checkTable('what was said', table, threads.flatMap(({ comments }) => comments), commentColumns)
  }),
  checks('{person} was told', async ({ world, table }, person) => checkTable('what was told', table, await toldTo(world, person), toldColumns)),
  checks('{person} was told nothing', async ({ world }, person) => {
    const told = await toldTo(world, person)
    if (told.length > 0) throw new Error(`found ${JSON.stringify(told.map(({ reason, words: what }) => [reason, what]))}; expected nothing`)
  }),
]

const commentColumns = {
  text: words<Comment>((one) => one.text || 'taken back'), by: words<Comment>((one) => one.author.name.split(' ')[0]), 'is a reply': truth<Comment>((one) => one.threadId !== one.id), 'was changed': truth<Comment>((one) => one.editedAt !== null),
}
const toldColumns = {
  why: words<Notification>((one) => one.reason.replaceAll('_', ' ')), about: words<Notification>((one) => one.subject?.name), by: words<Notification>((one) => one.by?.split(' ')[0]), words: words<Notification>((one) => one.words),
}

const initiative = async (world: World, name: string): Promise<Subject> => ({ room: 'demand', kind: 'initiative', id: (await findInitiative(world, name)).id })
const toldTo = async (world: World, person: Person): Promise<readonly Notification[]> => (await (await callerOf(world, person)).read(governanceRoutes.listNotifications, {})).notifications

async function say(world: World, person: Person, body: { subject: Subject; text: string; threadId?: string }): Promise<void> {
  const comment = await act(world, person, governanceRoutes.addComment, { body })
  if (comment) saidIn(world).set(body.text, comment)
}
