import type { WorkTie } from '@throughline/contract/strategy'

export const myWorkWords = {
  title: 'My work',
  note: 'What I own or work on, up to the objectives it contributes to and down to what was recorded.',
  emptyTitle: 'Nothing here is in your hands yet',
  emptyWhy: 'Objectives, measures, tasks and changes are yours where you are named as their owner, initiatives where you are their sponsor or have a role on them, benefits and reports where they were given to you. Whoever plans the strategy can name you.',
  noLine: 'On no line to an objective',
  noLineWhy: 'Nobody has said which objective it serves.',
  noObjectives: 'Nothing of yours leads up to an objective yet: link its initiative to the objective that it serves.',
  sameName: 'Owners that are written as text are matched by name, so that somebody called as you are sees the same.',
} as const

export const tieWords: Readonly<Record<WorkTie, string>> = { owner: 'Owner', sponsor: 'Sponsor', reporter: 'Reports it', role: 'Role on it' }
