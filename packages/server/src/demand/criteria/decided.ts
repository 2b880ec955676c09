import { criteriaScore, outcomeOf, type Criterion, type DecidedFacts, type InitiativeState } from '@throughline/engine/demand'
import type { Weighed } from '@throughline/engine/strategy'
import { withOrg, type Db } from '../../database/index.ts'
import { readDecidedStates, type DecidedState } from '../../governance/index.ts'
import type { Actor } from '../../http/index.ts'
import { readingsWith, readScoringFacts, type Onlooker } from './readings.ts'

/** Decisions that a model is held against, the latest: for each of them is read what was known when it was taken. */
const mostDecisions = 20

/** What was decided of initiatives, with the score that each had by what was known then; what became known later counts for none. */
export type Tested = { readonly decisions: number; readonly decided: readonly DecidedFacts[]; readonly names: ReadonlyMap<string, string>; readonly questions: ReadonlyMap<string, string> }

/** Scores what past decisions were about by a model, each as of its decision. */
export async function decidedUnder(db: Db, actor: Actor, { criteria, weights }: { readonly criteria: readonly Criterion[]; readonly weights: readonly Weighed[] }, onlooker: Onlooker): Promise<Tested> {
  const states = (await withOrg(db, actor, readDecidedStates)).flatMap((one) => {
    const outcome = outcomeOf({ from: one.from as InitiativeState, to: one.to as InitiativeState, rejected: one.rejected })
    return outcome ? [{ ...one, outcome }] : []
  })
  const decisions = [...Map.groupBy(states, ({ decisionId }) => decisionId).values()].slice(0, mostDecisions)
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
  return { decisions: decisions.length, decided, names, questions: new Map(states.map(({ decisionId, question }) => [decisionId, question])) }

  function scoresAsOf(of: readonly DecidedState[]) {
    return withOrg(db, actor, async (tx) => {
      const facts = await readScoringFacts(tx, of.map(({ initiativeId }) => initiativeId))
      const readings = readingsWith(facts, criteria, onlooker)
      return new Map(facts.initiatives.map((one) => [one.id, { name: one.name, score: criteriaScore(criteria, weights, readings(one)).total.metric }]))
    }, { ...actor.moment, knownAt: of[0]?.knownAt ?? '' })
  }
}
