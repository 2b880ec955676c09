import type { StateFacet, StateFacts, StateThing } from './facts.ts'

/** At least one thing: what has no evidence is not found. */
export type StateEvidence = readonly [StateThing, ...StateThing[]]

/**
 * What a check finds: a link that is missing, a contradiction, something that went stale; or an anomaly, where what is stated and what is
 * done part. An anomaly has evidence of both sides, or it is none.
 */
export type StateFinding =
  | { readonly kind: 'missing' | 'contradiction' | 'stale'; readonly words: string; readonly things: StateEvidence }
  | { readonly kind: 'anomaly'; readonly words: string; readonly stated: StateEvidence; readonly measured: StateEvidence }
export type StateAnomaly = Extract<StateFinding, { readonly kind: 'anomaly' }>

/** What was looked at and what was found; or why there was nothing to look at. `leftOut` says what keeps it from looking at more. */
export type CheckAnswer =
  | { readonly status: 'holds' | 'fails'; readonly looked: StateEvidence; readonly findings: readonly StateFinding[]; readonly leftOut: readonly string[] }
  | { readonly status: 'not_checked'; readonly because: string }

export type StateCheck = { readonly id: string; readonly facet: StateFacet; readonly question: string; run(facts: StateFacts): CheckAnswer }

export const notChecked = (because: string): CheckAnswer => ({ status: 'not_checked', because })

/** What is told of amounts is told to who may see them. */
export const withheld: CheckAnswer = notChecked('your rights do not include to see amounts')

/** Holds where what was looked at shows nothing; where there is nothing to look at it is not checked, whatever was found elsewhere. */
export function judged(looked: readonly StateThing[], findings: readonly StateFinding[], because: string, leftOut: readonly string[] = []): CheckAnswer {
  const [first, ...others] = looked
  return first === undefined ? notChecked(because) : { status: findings.length > 0 ? 'fails' : 'holds', looked: [first, ...others], findings, leftOut }
}

type OneSided = Exclude<StateFinding, StateAnomaly>['kind']

/** A finding for each of some facts that is wrong, with its thing as evidence. */
export const foundIn = <T extends { readonly thing: StateThing }>(kind: OneSided, all: readonly T[], wrong: (one: T) => string | null): readonly StateFinding[] =>
  all.flatMap((one): StateFinding[] => {
    const words = wrong(one)
    return words === null ? [] : [{ kind, words, things: [one.thing] }]
  })

/** An anomaly where both sides have evidence. */
export function anomaly(words: string, stated: readonly StateThing[], measured: readonly StateThing[]): readonly StateAnomaly[] {
  const [[said, ...moreSaid], [done, ...moreDone]] = [stated, measured]
  return said === undefined || done === undefined ? [] : [{ kind: 'anomaly', words, stated: [said, ...moreSaid], measured: [done, ...moreDone] }]
}

export const thingsOf = (all: readonly { readonly thing: StateThing }[]): readonly StateThing[] => all.map(({ thing }) => thing)
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
