import type { CapabilityArea, ServiceGap, ServiceStep } from '@throughline/contract/governance'
import type { Tone } from '../../../ui/tone.ts'

export const gapWords = {
  title: 'Service gaps',
  note: 'What objectives need of the PMO, area by area, beside what its services are able to do.',
  emptyTitle: 'Nothing is said of what objectives need',
  emptyWhy: 'Say what an objective needs of the PMO in an area, from 0 to 5, and judge what services are able to do there. Where the need is higher than the level of the best service, there is a gap.',
  unjudged: 'Not judged',
  noServices: 'No service is published, so that there is nothing to judge.',
  roadmap: 'Roadmap',
  roadmapNote: 'Steps that lift a service, by the day until when; one is reached once its service is judged to be at the level. Of steps in one area the higher one contains the lower.',
  noSteps: 'No step is planned. A step says to which level a service is to be lifted in an area, until when, and who sees to it.',
} as const
export const planWords: Readonly<Record<ServiceGap['plan'], string>> = { whole: 'Falls short, planned', part: 'Falls short, planned in part', none: 'Falls short, not planned' }
export const stepWords: Readonly<Record<ServiceStep['state'], string>> = { open: 'To come', late: 'Late', reached: 'Reached', stranded: 'Service retired', dropped: 'Given up' }
export const stepTones: Readonly<Record<ServiceStep['state'], Tone>> = { open: 'none', late: 'bad', reached: 'good', stranded: 'warn', dropped: 'none' }

/** Areas in which something is needed, and the level of what there is. */
export const areaWords: Readonly<Record<CapabilityArea, string>> = { governance: 'Governance', methods: 'Methods', reporting: 'Reporting', resources: 'Resources', performance: 'Performance' }
/** What a level means, from none at all to the highest. */
export const levelWords = ['0: none', '1: now and then', '2: repeatable', '3: defined', '4: measured', '5: improving'] as const
