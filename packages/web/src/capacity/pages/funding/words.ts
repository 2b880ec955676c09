import type { BudgetEntry, FundingRequest, Start } from '@throughline/contract/capacity'
import type { Tone } from '../../../ui/tone.ts'

export const startLooks: Readonly<Record<Start['state'], { readonly tone: Tone; readonly words: string }>> = { ready: { tone: 'good', words: 'Ready' }, blocked: { tone: 'bad', words: 'Blocked' }, unknown: { tone: 'none', words: 'Not known' } }
export const conditionLooks: Readonly<Record<Start['conditions'][number]['state'], { readonly tone: Tone; readonly words: string }>> = { met: { tone: 'good', words: 'met' }, unmet: { tone: 'bad', words: 'not met' }, unknown: { tone: 'none', words: 'not known' } }
export const requestLooks: Readonly<Record<FundingRequest['state'], { readonly tone: Tone; readonly words: string }>> = {
  waiting: { tone: 'warn', words: 'Waiting' }, committed: { tone: 'good', words: 'Committed' }, declined: { tone: 'bad', words: 'Declined' }, withdrawn: { tone: 'none', words: 'Withdrawn' }, released: { tone: 'done', words: 'Released' },
}
export const entryWords: Readonly<Record<BudgetEntry['kind'], string>> = { commitment: 'Commitment', release: 'Release', transfer: 'Transfer' }

/** The page's own words. */
export const fundingWords = {
  title: 'Funding and staffing',
  note: 'Money and people that are committed to initiatives of the plan of record, and whether those that wait are ready to start',
  emptyTitle: 'Nothing is committed yet',
  emptyWhy: 'Finance adds an envelope first: money of a fiscal year, with its owner and the decision that approved it. Whoever runs an initiative then asks for funds and people, finance and the managers of the pools commit them, and this page says what is ready to start.',
  emptyReader: 'Somebody of finance, or an owner, can add an envelope.',
  gateOn: 'A start that is not ready is refused: on the page of an initiative, in the grid, by a scenario, the command line and the API. What an import begins is approved, and waits.',
  gateOff: 'Starts are not gated: this page says what is missing, and nothing is refused.',
  startsTitle: 'Ready to start?',
  startsNote: 'Approved initiatives and those on hold. What is not known is not ready',
  startsEmpty: 'No initiative of the plan of record waits for its start.',
  envelopesTitle: 'Envelopes',
  envelopesNote: 'What is committed is never more than the envelope',
  envelopesEmpty: 'No envelope is kept yet. Until then no start asks for funds.',
  holdersTitle: 'Held by initiatives',
  holdersEmpty: 'No initiative holds any funds yet.',
  askedTitle: 'Asked for',
  askedEmpty: 'Nothing was asked for yet.',
  crewsTitle: 'Minimum crews by period',
  crewsNote: 'Committed of needed, in the unit of each pool. Hatched where people lack',
  crewsEmpty: 'No initiative of the plan has a minimum crew and a start day. Give a crew with “Crew” in the list above.',
  ledgerTitle: 'Budget ledger',
  ledgerNote: 'Entries are never changed; what was wrong is released',
  ledgerEmpty: 'No entry yet.',
  exceptionsTitle: 'Exceptions from the start gate',
  withheld: 'Amounts are withheld from you.',
  ownAnswer: 'Whoever asked for it does not answer it, where somebody else may.',
}
