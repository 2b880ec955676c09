import type { Cadence, Channel, Communication, Detail, Message } from '@throughline/contract/governance'
import type { Tone } from '../../../ui/tone.ts'

export const communicationWords = {
  title: 'Communication',
  note: 'Who is told what and how often, in the way they want it, and what came back.',
  emptyTitle: 'No stakeholder is written down',
  emptyWhy: 'Begin with who is affected or decides: how they want to be told (channel, detail, language), then what they are told and how often. What is overdue stands first from then on.',
  noPlan: 'Nothing is planned yet: plan what a stakeholder is told.',
  noMessages: 'Nothing was told yet.',
  own: 'A member says themselves how they want to be told; nobody does it for them.',
  english: 'The draft is in English. Write it in the language that they want.',
  recorded: 'What is told by mail, call, meeting or report is recorded here once it was told. By the app a member is told at once.',
  send: 'It goes to the address of their account when you choose Send, and whether the mail server took it is recorded.',
} as const

export const channelWords: Readonly<Record<Channel, string>> = { app: 'In the app', mail: 'Mail', call: 'Call', meeting: 'Meeting', report: 'Report' }
export const detailWords: Readonly<Record<Detail, string>> = { brief: 'In brief', standard: 'With its line', full: 'In full' }
export const cadenceWords: Readonly<Record<Cadence, string>> = { once: 'Once', week: 'Every week', fortnight: 'Every two weeks', month: 'Every month', quarter: 'Every quarter', year: 'Every year' }
export const stateLooks: Readonly<Record<Communication['state'], { readonly tone: Tone; readonly words: string }>> = {
  due: { tone: 'warn', words: 'Due' }, planned: { tone: 'none', words: 'Planned' }, told: { tone: 'done', words: 'Told' }, opted_out: { tone: 'none', words: 'Opted out' }, ended: { tone: 'none', words: 'Ended' },
}
/** What became of a message that Throughline took to a mailbox itself. */
export const mailLooks: Readonly<Record<NonNullable<Message['mail']>['state'], { readonly tone: Tone; readonly words: string }>> = { sending: { tone: 'warn', words: 'Perhaps not sent' }, sent: { tone: 'done', words: 'Sent by mail' }, failed: { tone: 'bad', words: 'Not sent: tell it again' } }
