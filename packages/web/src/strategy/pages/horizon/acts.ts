import type { Assumption, AssumptionLink, AssumptionReview, ChangeSignal, NewAssumption, NewChangeSignal, NewTriage, NewWatchItem, WatchItem } from '@throughline/contract/strategy'
import type { Outcome } from '../../acts.ts'

/** What the page can do; each names the version that it was seen in. */
export type HorizonActs = {
  note(signal: NewChangeSignal): Outcome
  change(signal: ChangeSignal, entered: NewChangeSignal): Outcome
  triage(signal: ChangeSignal, judged: Omit<NewTriage, 'version'>): Outcome
  link(signal: ChangeSignal, link: Omit<AssumptionLink, 'version'>): Outcome
  assume(assumption: NewAssumption): Outcome
  reword(assumption: Assumption, entered: NewAssumption): Outcome
  review(assumption: Assumption, review: Omit<AssumptionReview, 'version'>): Outcome
  watch(item: NewWatchItem): Outcome
  looked(item: WatchItem, on: string): Outcome
  unwatch(item: WatchItem): Outcome
}
