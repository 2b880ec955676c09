import { criteriaScore, outcomeOf, type Criterion, type DecidedFacts, type DecidedOutcome, type InitiativeState } from '@throughline/engine/demand'
import type { Weighed } from '@throughline/engine/strategy'
import { withOrg, type Db, type Tx } from '../../database/index.ts'
import { decidedStates, type DecidedState } from '../../governance/index.ts'
import type { Actor } from '../../http/index.ts'
import { readingsWith, readScoringFacts, type Onlooker } from './readings.ts'

/** Decisions that a model is held against, the latest: for each of them is read what was known when it was taken. */
const mostDecisions = 20

/** What was decided of initiatives, with the score that each had by what was known then; what became known later counts for none. */
export type Tested = { readonly decisions: number; readonly decided: readonly DecidedFacts[]; readonly names: ReadonlyMap<string, string>; readonly questions: ReadonlyMap<string, string> }

/** Scores what past decisions were about by a model, each as of its decision. */
export async function decidedUnder(db: Db, actor: Actor, { criteria, weights }: { readonly criteria: readonly Criterion[]; readonly weights: readonly Weighed[] }, onlooker: Onlooker): Promise<Tested> {
  const decisions = await withOrg(db, actor, latestDecisions)
  const names = new Map<string, string>()
  const decided: DecidedFacts[] = []
  for (const of of decisions) {
    const scores = await scoresAsOf(of)
    for (const { decisionId, initiativeId, outcome } of of) {
      const scored = scores.get(initiativeId)
      if (!scored) continue
      names.set(initiativeId, scored.name)
      decided.push({ decisionId, initiativeId, outcome, score: scored.score })
    }
  }
  return { decisions: decisions.length, decided, names, questions: new Map(decisions.flatMap(([first]) => (first ? [[first.decisionId, first.question] as const] : []))) }

  function scoresAsOf(of: readonly DecidedState[]) {
    return withOrg(db, actor, async (tx) => {
      const facts = await readScoringFacts(tx, of.map(({ initiativeId }) => initiativeId))
      const readings = readingsWith(facts, criteria, onlooker)
      return new Map(facts.initiatives.map((one) => [one.id, { name: one.name, score: criteriaScore(criteria, weights, readings(one)).total.metric }]))
    }, { ...actor.moment, knownAt: of[0]?.knownAt ?? '' })
  }
}

/** What a decision said of an initiative, and what that was. */
type Outcome = DecidedState & { readonly outcome: DecidedOutcome }
/** The latest decisions that chose between initiatives; those that only went on with what there was count for none. */
async function latestDecisions(tx: Tx): Promise<readonly (readonly Outcome[])[]> {
  const found: (readonly Outcome[])[] = []
  for await (const states of decidedStates(tx)) {
    const chosen = states.flatMap((one): Outcome[] => {
      const outcome = outcomeOf({ from: one.from as InitiativeState, to: one.to as InitiativeState, rejected: one.rejected })
      return outcome ? [{ ...one, outcome }] : []
    })
    found.push(...Map.groupBy(chosen, ({ decisionId }) => decisionId).values())
    if (found.length >= mostDecisions) break
  }
  return found.slice(0, mostDecisions)
}
