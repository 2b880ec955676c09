import type { MixClass, PmoService, ServiceRequest, UseLevel } from '@throughline/contract/governance'
import type { Tone } from '../ui/tone.ts'

/** Classes of services, as every page calls them. */
export const classWords: Readonly<Record<MixClass, string>> = { mandated_compliance: 'Mandated compliance', mandated_assurance: 'Mandated assurance', non_mandated: 'Non-mandated', unclassified: 'Of no service' }

/** In which state a service stands. */
export const serviceLooks: Readonly<Record<PmoService['state'], { readonly tone: Tone; readonly words: string }>> = {
  draft: { tone: 'none', words: 'Draft' }, published: { tone: 'good', words: 'Published' }, changed: { tone: 'warn', words: 'Changed since' }, retired: { tone: 'none', words: 'Retired' },
}

/** How far a request has come. */
export const requestLooks: Readonly<Record<ServiceRequest['state'], { readonly tone: Tone; readonly words: string }>> = {
  waiting: { tone: 'warn', words: 'Waits for an answer' }, accepted: { tone: 'none', words: 'Worked on' }, declined: { tone: 'bad', words: 'Declined' }, delivered: { tone: 'done', words: 'Delivered' },
}

/** What a service was worth to whoever asked for it. */
export const useWords: Readonly<Record<UseLevel, string>> = { none: 'Of no use', some: 'Of some use', much: 'Of much use' }
