import type { CapabilityArea } from '@throughline/contract/governance'

export const gapWords = {
  title: 'Service gaps',
  note: 'What objectives need of the PMO, area by area, beside what its services are able to do.',
  emptyTitle: 'Nothing is said of what objectives need',
  emptyWhy: 'Say what an objective needs of the PMO in an area, from 0 to 5, and judge what services are able to do there. Where the need is higher than the level of the best service, there is a gap.',
  unjudged: 'Not judged',
  noServices: 'No service is published, so that there is nothing to judge.',
} as const

/** Areas in which something is needed, and the level of what there is. */
export const areaWords: Readonly<Record<CapabilityArea, string>> = { governance: 'Governance', methods: 'Methods', reporting: 'Reporting', resources: 'Resources', performance: 'Performance' }
/** What a level means, from none at all to the highest. */
export const levelWords = ['0: none', '1: now and then', '2: repeatable', '3: defined', '4: measured', '5: improving'] as const
