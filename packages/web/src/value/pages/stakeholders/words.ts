import type { ClassAlert } from '@throughline/contract/value'
import { classValueStages, classWords, type ClassValueStage, type StakeholderClass } from '@throughline/engine/value'
import type { Tone } from '../../../ui/tone.ts'

export const stakeholderWords = {
  title: 'Stakeholders',
  note: 'Whom benefits and disbenefits of the value ledger go to: owners, customers, employees, alliances, communities',
  emptyTitle: 'The ledger has no benefit yet',
  emptyWhy: 'Once benefits are registered, say of each whom it goes to. What makes somebody worse off is a benefit with an amount below zero, so that it is seen beside what others gain.',
  nobodySaid: 'Nobody has said whom any benefit goes to, so nobody can be called neglected.',
  allServed: 'Every class gains something, and none bears more than it gains.',
  unsaid: 'Not said',
} as const

/** What a class is called, and what nobody has said of. */
export const whom = (one: StakeholderClass | null): string => (one === null ? stakeholderWords.unsaid : classWords[one])

export const stageLabels: Readonly<Record<ClassValueStage, string>> = { promised: 'Promised', claimed: 'Claimed', verified: 'Verified' }
export const stageChoices = classValueStages.map((key) => ({ key, label: stageLabels[key] }))

export const alertTones: Readonly<Record<ClassAlert['kind'], Tone>> = { worse_off: 'bad', passed_over: 'warn', promised_only: 'none' }
