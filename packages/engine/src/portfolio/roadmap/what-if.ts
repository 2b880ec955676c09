import { ok } from '../../kernel/index.ts'
import type { Result } from '../../kernel/index.ts'
import type { RoadmapAnswer, RoadmapOptions } from './answer.ts'
import type { Choice, RoadmapCase } from './case.ts'
import type { RoadmapRefusal } from './refusals.ts'
import { solveRoadmap } from './solve-roadmap.ts'

/** A candidate whose place differs between two plans; null: it does not go ahead. */
export type RoadmapMove = { readonly candidateId: string; readonly from: Choice | null; readonly to: Choice | null }

/** A roadmap after a change, and what moved. */
export type RoadmapWhatIf = { readonly answer: RoadmapAnswer; readonly valueChange: number; readonly boundChange: number; readonly moves: readonly RoadmapMove[] }

/** Solves a changed case from the answer before: its prices bound the new case at once, its plan is repaired and then improved. */
export function roadmapWhatIf(before: RoadmapAnswer, changed: RoadmapCase, options: Omit<RoadmapOptions, 'start'>): Result<RoadmapWhatIf, RoadmapRefusal> {
  const solved = solveRoadmap(changed, { ...options, start: before })
  if (!solved.ok) return solved
  const answer = solved.value
  return ok({ answer, valueChange: answer.value - before.value, boundChange: answer.bound - before.bound, moves: movesBetween(before.plan, answer.plan) })
}

/** What differs between two plans, by candidate. */
export function movesBetween(before: readonly Choice[], after: readonly Choice[]): readonly RoadmapMove[] {
  const [was, is] = [new Map(before.map((each) => [each.candidateId, each])), new Map(after.map((each) => [each.candidateId, each]))]
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((candidateId) => {
    const [from, to] = [was.get(candidateId) ?? null, is.get(candidateId) ?? null]
    return from?.start === to?.start && from?.variantId === to?.variantId ? [] : [{ candidateId, from, to }]
  })
}
