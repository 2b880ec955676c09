import type { MethodKind, MethodState, UseVerdict } from '@throughline/contract/governance'
import { useVerdicts } from '@throughline/engine/governance'
import type { Tone } from '../ui/tone.ts'

/** What an item of the method library is. */
export const kindWords: Readonly<Record<MethodKind, string>> = { method: 'Method', technique: 'Technique', tool: 'Tool', template: 'Template', example: 'Example' }
/** How far it has come. */
export const methodLooks: Readonly<Record<MethodState, { readonly tone: Tone; readonly word: string }>> = { draft: { tone: 'none', word: 'Draft' }, published: { tone: 'good', word: 'Published' }, retired: { tone: 'none', word: 'Retired' } }
/** What a use came to. */
export const verdictLooks: Readonly<Record<UseVerdict, { readonly tone: Tone; readonly word: string }>> = { helped: { tone: 'good', word: 'Helped' }, helped_partly: { tone: 'warn', word: 'Helped partly' }, did_not_help: { tone: 'bad', word: 'Did not help' } }
export const verdictOptions = useVerdicts.map((value) => ({ value, label: verdictLooks[value].word }))

/** Where an item is shown; `retired`: itself, although it leads elsewhere. */
export const methodPlace = (id: string, retired = false): string => `/governance/method-library?item=${encodeURIComponent(id)}${retired ? '&retired=true' : ''}`
