import type { Conformance, ConformanceCheck, ConformanceDeviation, ConformanceFinding, InitiativeConformance } from '@throughline/contract/governance'
import { toWire } from '@throughline/contract/wire'
import { conformanceOf } from '@throughline/engine/governance'
import { coachingOf, ofFramework, together, type Coaching, type JudgedInitiative } from './judged.ts'
import type { StoredCheck, StoredDeviation, StoredEvidence } from './store.ts'

/** Who reads, as far as it decides what they may do. */
export type Reader = { readonly accountId: string; readonly mayAnswer: boolean }

const presentFollowed = ({ initiative, tier, framework, adoption, counts }: JudgedInitiative) => ({ initiative: { ...initiative }, tier, framework: { ...framework }, edition: adoption.edition_no, lifecycle: adoption.lifecycle, counts: { ...counts }, share: toWire(conformanceOf(counts).share) })

const presentDeviation = ({ id, version, element_key, reason, until, asked_by_id, asked_by, asked_at, state, answered_by, answered_at, answer }: StoredDeviation, initiative: { readonly id: string; readonly name: string }, reader: Reader): ConformanceDeviation => ({
  id, version, initiative: { ...initiative }, key: element_key, reason, until, askedBy: asked_by, askedAt: asked_at, state, answer: answered_at === null ? null : { by: answered_by ?? '', at: answered_at, words: answer ?? '' },
  mayAnswer: reader.mayAnswer && state === 'waiting' && asked_by_id !== reader.accountId,
})

/** Checks of before there was a library name nothing of it. */
const withLibrary = (findings: readonly (Omit<ConformanceFinding, 'library'> & Partial<ConformanceFinding>)[]): ConformanceFinding[] => findings.map((one) => ({ ...one, library: one.library ?? [] }))

const presentCheck = ({ id, of_day, seed, low_share, reason, made_by, made_at, found: { sampled, counts, findings, justified, full, low } }: StoredCheck): ConformanceCheck => ({
  id, on: of_day, seed: Number(seed), lowShare: low_share, reason, by: made_by, at: made_at, full, low, sampled: [...sampled], counts: { ...counts }, share: toWire(conformanceOf(counts).share), findings: withLibrary(findings), justified: withLibrary(justified),
})

type Kept = { readonly on: string; readonly all: readonly JudgedInitiative[]; readonly checks: readonly StoredCheck[]; readonly made: number; readonly deviations: readonly StoredDeviation[] }
/** All running initiatives by a day, with what waits and what was checked. */
export function presentConformance({ on, all, checks, made, deviations }: Kept, reader: Reader): Conformance {
  const running = all.filter((one) => one.running)
  const names = new Map(all.map(({ initiative }) => [initiative.id, initiative]))
  const waiting = deviations.filter(({ state }) => state === 'waiting')
  const waitingOf = Map.groupBy(waiting, (row) => row.initiative_id)
  const { counts, share } = together(running)
  return {
    on, counts: { ...counts }, share: toWire(share), initiatives: running.map((one) => ({ ...presentFollowed(one), waiting: waitingOf.get(one.initiative.id)?.length ?? 0 })),
    checks: checks.map(presentCheck), earlier: made - checks.length,
    waiting: waiting.flatMap((row) => { const initiative = names.get(row.initiative_id); return initiative ? [presentDeviation(row, initiative, reader)] : [] }),
  }
}

/** One initiative by a day, element by element. */
export const presentOne = (found: JudgedInitiative, { on, evidence, deviations, help }: { readonly on: string; readonly evidence: readonly StoredEvidence[]; readonly deviations: readonly StoredDeviation[]; readonly help: Coaching }, reader: Reader): InitiativeConformance => ({
  on, ...presentFollowed(found), elements: found.judged.map((one) => ({ element: { ...one.element }, outcome: one.outcome, shownOn: one.shownOn, overtakenBy: one.overtakenBy, ...coachingOf(one, found.framework.id, help) })),
  evidence: ofFramework(evidence, found.adoption.framework_id).map(({ id, element_key, kind, shown_on, words, link, given_by, given_at }) => ({ id, key: element_key, kind, on: shown_on, words, link, by: given_by, at: given_at })),
  deviations: ofFramework(deviations, found.adoption.framework_id).toReversed().map((row) => presentDeviation(row, found.initiative, reader)),
})
