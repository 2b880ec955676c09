import type { InitiativeState } from '../../demand/index.ts'
import { ofLifecycle, type FrameworkElement } from '../framework/index.ts'

/** An artefact or an event that shows that an element was done; `on` is the day that it is of, not the day on which it was recorded. */
export type ShownFacts = { readonly key: string; readonly on: string }
/** A deviation that was approved: from `approvedOn` on, and until the day `until`, that one included, or for good. */
export type DeviationFacts = { readonly key: string; readonly approvedOn: string; readonly until: string | null }

/**
 * What becomes of an element for an initiative on a day. `kept`: shown; `out_of_order`: a gate that was shown after a step that follows it;
 * `deviation`: not done, for a reason that somebody else approved; `missing`: due and neither; `not_due`: its state comes later; `advice`:
 * never asked for.
 */
export const outcomes = ['kept', 'out_of_order', 'missing', 'deviation', 'not_due', 'advice'] as const
export type ElementOutcome = (typeof outcomes)[number]
/** `shownOn`: the first day on which it was shown; `overtakenBy`: the key of the step that was shown before its gate. */
export type JudgedElement = { readonly element: FrameworkElement; readonly outcome: ElementOutcome; readonly shownOn: string | null; readonly overtakenBy: string | null }

/** What is known of an initiative that follows a lifecycle model: everything of whatever day, of which the days up to the one that is asked about count; `state`: how far it has come by then. */
export type ConformanceFacts = { readonly elements: readonly FrameworkElement[]; readonly lifecycle: string; readonly state: InitiativeState; readonly shown: readonly ShownFacts[]; readonly deviations: readonly DeviationFacts[] }

/**
 * How far an initiative has come by the states that were recorded of it, the oldest first: what is on hold stays as far as it was before.
 * Undefined where none was recorded; on hold where it never was anything else.
 */
export const reachedState = (recorded: readonly InitiativeState[]): InitiativeState | undefined => recorded.findLast((state) => state !== 'on_hold') ?? recorded.at(-1)

/** How far a state is. On hold without anything before it is as far as active, and of what was stopped nothing falls due any more. */
const far: Readonly<Record<InitiativeState, number>> = { idea: 0, case: 1, approved: 2, active: 3, on_hold: 3, closing: 4, closed: 5, stopped: -1 }

/** Every element that concerns an initiative, judged as of a day: the same facts and the same day always come to the same. */
export function judgeElements({ elements, lifecycle, state, shown, deviations }: ConformanceFacts, on: string): readonly JudgedElement[] {
  const own = ofLifecycle(elements, lifecycle)
  const first = new Map<string, string>()
  for (const one of shown) if (one.on <= on && one.on < (first.get(one.key) ?? '9999')) first.set(one.key, one.on)
  const excused = new Set(deviations.filter(({ approvedOn, until }) => approvedOn <= on && (until === null || until >= on)).map(({ key }) => key))
  const steps = own.filter(({ kind }) => kind === 'stage' || kind === 'gate')
  /** The first later step that was shown before its gate was. */
  const overtaking = ({ key, kind }: FrameworkElement, since: string): string | null =>
    kind !== 'gate' ? null : (steps.slice(steps.findIndex((step) => step.key === key) + 1).find((step) => (first.get(step.key) ?? since) < since)?.key ?? null)
  return own.map((element): JudgedElement => {
    const shownOn = first.get(element.key) ?? null
    const overtakenBy = shownOn === null ? null : overtaking(element, shownOn)
    return { element, outcome: outcomeOf(element, { shown: shownOn !== null, overtaken: overtakenBy !== null, excused: excused.has(element.key), state }), shownOn, overtakenBy }
  })
}

function outcomeOf({ neededFrom }: FrameworkElement, { shown, overtaken, excused, state }: { readonly shown: boolean; readonly overtaken: boolean; readonly excused: boolean; readonly state: InitiativeState }): ElementOutcome {
  if (neededFrom === null) return 'advice'
  if (shown && !overtaken) return 'kept'
  if (excused) return 'deviation'
  if (shown) return 'out_of_order'
  return far[state] >= far[neededFrom] && neededFrom !== 'stopped' ? 'missing' : 'not_due'
}
