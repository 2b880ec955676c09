import type { TreeStrategy, TreeWaiver } from '@throughline/contract/strategy'
import type { Tone } from '../../../ui/tone.ts'

export const unitsWords = {
  title: 'Unit strategies',
  note: 'What units and functions want of their own, what of the organisation’s strategy they take up by it, and who has leave to go their own way.',
  emptyTitle: 'No unit has a strategy of its own',
  emptyWhy: 'A unit can have objectives that serve those of the organisation, inherit their weight or weigh for itself. They are written into the next version and hold once it is approved.',
  unmeasured: 'Nothing measures this objective yet, so the unit can never say that it is reached.',
  detached: 'Detached: what it served is retired',
  ownAim: 'an aim of its own',
  notMeasured: 'Not measured',
} as const

export const betweenWords = {
  title: 'What two units have in common',
  note: 'A measure of one definition and initiatives that serve both are recorded; words that are alike only suggest it. Nothing is linked before somebody accepts it.',
  choose: 'Choose a strategy', one: 'One strategy', other: 'Another', found: 'What both have in common', links: 'Links between units',
  nothing: 'Nothing more is found between these two.', accept: 'Accept', setAside: 'Set aside', takeBack: 'Take back', because: 'Say why',
  reasons: { measure: 'One measure', initiative: 'Served by both' },
  alike: (share: string) => `A suggestion, words ${share} alike`,
  more: (count: number) => `and ${count} more`,
  states: { accepted: 'Linked', set_aside: 'Set aside' },
  ask: { accepted: 'Do these objectives belong together?', set_aside: 'Set this aside?' },
} as const

export const levelNames: Readonly<Record<TreeStrategy['level'], string>> = { corporate: 'Organisation', unit: 'Unit', functional: 'Function' }
export const weighWords: Readonly<Record<TreeStrategy['weights'], string>> = { inherited: 'Inherits its weights', local: 'Weighs for itself' }
export const waiverLooks: Readonly<Record<TreeWaiver['state'], { readonly tone: Tone; readonly words: string }>> = {
  not_begun: { tone: 'none', words: 'Not begun' }, in_force: { tone: 'good', words: 'In force' }, ends_soon: { tone: 'warn', words: 'Ends soon: renew it or let it go' }, ended: { tone: 'done', words: 'Ended' },
}
