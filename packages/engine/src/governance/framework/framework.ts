import type { InitiativeState } from '../../demand/index.ts'

/** What a framework is made of: the stages and gates of its lifecycle models, roles, templates and procedures. */
export const elementKinds = ['stage', 'gate', 'role', 'template', 'procedure'] as const
export type ElementKind = (typeof elementKinds)[number]

/**
 * One element of a framework. `key` stays the same through its editions. `lifecycle` names the lifecycle model that it belongs to; empty, it
 * belongs to all of them, which no stage and no gate does. From the state `neededFrom` on an initiative has to show that it did it; null:
 * it is advice. `serviceId`: the service of the PMO that helps with it.
 */
export type FrameworkElement = { readonly key: string; readonly kind: ElementKind; readonly name: string; readonly says: string; readonly link: string; readonly lifecycle: string; readonly neededFrom: InitiativeState | null; readonly serviceId: string | null }

/** Whether an element is of a lifecycle model: one of its steps; roles, templates and procedures may stand beside all of them. */
const isStep = ({ kind }: Pick<FrameworkElement, 'kind'>): boolean => kind === 'stage' || kind === 'gate'

/** The lifecycle models of a framework, in the order of their first steps. */
export const lifecyclesOf = (elements: readonly FrameworkElement[]): readonly string[] => [...new Set(elements.filter(isStep).map(({ lifecycle }) => lifecycle))]

/** What concerns an initiative that follows a lifecycle model: its steps, and what belongs to all. */
export const ofLifecycle = (elements: readonly FrameworkElement[], lifecycle: string): readonly FrameworkElement[] => elements.filter((one) => one.lifecycle === '' || one.lifecycle === lifecycle)

/** What is wrong with an element: which, what was found and what is expected. */
export type ElementFault = { readonly key: string; readonly found: string; readonly expected: string }

/** What is wrong with elements as a whole: keys that stand twice, steps of no lifecycle model, elements of a model without steps. Empty where they are sound. */
export function elementFaults(elements: readonly FrameworkElement[]): readonly ElementFault[] {
  const [seen, models] = [new Set<string>(), new Set(lifecyclesOf(elements))]
  return elements.flatMap((element): readonly ElementFault[] => {
    const { key, kind, lifecycle } = element
    const twice = seen.has(key.toLowerCase())
    seen.add(key.toLowerCase())
    if (twice) return [{ key, found: `the code ${key} twice`, expected: 'a code of its own for each element' }]
    if (isStep(element) && lifecycle === '') return [{ key, found: `a ${kind} of no lifecycle model`, expected: 'the lifecycle model that it is a step of' }]
    return lifecycle !== '' && !models.has(lifecycle) ? [{ key, found: `the lifecycle model ${lifecycle}`, expected: `one that has stages or gates${models.size > 0 ? `: ${[...models].join(', ')}` : ''}` }] : []
  })
}

/** An edition as far as its force is concerned. `effectiveOn`: the first day on which it holds. */
export type EditionFacts = { readonly no: number; readonly effectiveOn: string }

/** The edition in force on a day: of those that have begun the one that begins last, of several that begin on one day the newest. */
export const editionInForce = <E extends EditionFacts>(editions: readonly E[], on: string): E | undefined =>
  editions.filter(({ effectiveOn }) => effectiveOn <= on).toSorted((a, b) => (a.effectiveOn === b.effectiveOn ? b.no - a.no : a.effectiveOn < b.effectiveOn ? 1 : -1))[0]

/** Whether an initiative is still run, so that its framework matters. */
export const isRunning = (state: InitiativeState): boolean => state !== 'closed' && state !== 'stopped'
