import type { ElementChange, ElementKind, Framework } from '@throughline/contract/governance'
import { stateWords } from '../demand/index.ts'
import type { Tone } from '../ui/tone.ts'

/** Kinds of elements, as every page calls them. */
export const kindWords: Readonly<Record<ElementKind, string>> = { stage: 'Stage', gate: 'Gate', role: 'Role', template: 'Template', procedure: 'Procedure' }

/** In which state a framework stands. */
export const frameworkLooks: Readonly<Record<Framework['state'], { readonly tone: Tone; readonly words: string }>> = {
  draft: { tone: 'none', words: 'Draft' }, published: { tone: 'good', words: 'Published' }, changed: { tone: 'warn', words: 'Changed since' }, retired: { tone: 'none', words: 'Retired' },
}

/** From when on an element has to be shown. */
export const neededWords = (neededFrom: Framework['text']['elements'][number]['neededFrom']): string => (neededFrom === null ? 'advice' : `shown from “${stateWords[neededFrom]}” on`)

const fieldWords: Readonly<Record<ElementChange['fields'][number]['field'], string>> = { kind: 'kind', name: 'name', says: 'what it says', link: 'link', lifecycle: 'lifecycle model', neededFrom: 'when it is needed', serviceId: 'service that helps', place: 'place' }

/** A change of a field in words; `nameOf` names services. */
export function fieldChangeWords({ field, before, after }: ElementChange['fields'][number], nameOf: (serviceId: string) => string): string {
  const said = (value: string | null): string => {
    if (field === 'neededFrom') return neededWords(value as Framework['text']['elements'][number]['neededFrom'])
    if (value === null) return field === 'lifecycle' ? 'all of them' : 'none'
    return field === 'serviceId' ? nameOf(value) : field === 'kind' ? kindWords[value as ElementKind].toLowerCase() : value
  }
  return field === 'says' ? `${fieldWords.says}: ${before === null ? 'written' : after === null ? 'taken out' : 'rewritten'}` : `${fieldWords[field]}: ${said(before)} → ${said(after)}`
}
