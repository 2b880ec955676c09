import type { TreeStrategy, TreeWaiver } from '@throughline/contract/strategy'
import type { Tone } from '../../../ui/tone.ts'

export const unitsWords = {
  title: 'Unit strategies',
  note: 'What units and functions want of their own, what of the organisation’s strategy they take up by it, and who has leave to go their own way.',
  emptyTitle: 'No unit has a strategy of its own',
  emptyWhy: 'A unit can have objectives that serve those of the organisation, inherit their weight or weigh for itself. They are written into the next version and hold once it is approved.',
} as const

export const levelNames: Readonly<Record<TreeStrategy['level'], string>> = { corporate: 'Organisation', unit: 'Unit', functional: 'Function' }
export const weighWords: Readonly<Record<TreeStrategy['weights'], string>> = { inherited: 'Inherits its weights', local: 'Weighs for itself' }
export const waiverLooks: Readonly<Record<TreeWaiver['state'], { readonly tone: Tone; readonly words: string }>> = {
  not_begun: { tone: 'none', words: 'Not begun' }, in_force: { tone: 'good', words: 'In force' }, ends_soon: { tone: 'warn', words: 'Ends soon: renew it or let it go' }, ended: { tone: 'done', words: 'Ended' },
}
