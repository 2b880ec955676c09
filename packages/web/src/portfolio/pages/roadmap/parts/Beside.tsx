import { readPlan, toldObjective, type Choice, type RoadmapCase } from '@throughline/engine/portfolio'
import { useMemo } from 'react'
import type { CompareCardProps } from './CompareCard.tsx'
import { Compared } from './Compared.tsx'
import { demandWords } from './NothingFits.tsx'

type BesideProps = Omit<CompareCardProps, 'comparing'> & { readonly fromCase: RoadmapCase; readonly fromPlan: readonly Choice[]; readonly name: string }

/** Figures of the other side are its own; both are valued by the objective as the levers have it. */
export function Beside({ fromCase, fromPlan, name, of, answer, words, stand }: BesideProps) {
  const sides = useMemo(() => [{ case: { ...fromCase, objective: of.objective }, plan: fromPlan, name }, { case: of, plan: answer.plan, name: 'This roadmap' }] as const, [fromCase, fromPlan, of, answer, name])
  const broken = useMemo(() => {
    const known = new Set(of.candidates.map(({ id }) => id))
    const faults = readPlan(of, fromPlan.filter(({ candidateId }) => known.has(candidateId)), toldObjective(of.objective)).faults
    return [...new Set(faults.flatMap((fault) => (fault.kind === 'breach' ? [demandWords(fault.constraint, words)] : [])))]
  }, [fromPlan, of, words])
  return (
    <div className="grid min-w-0 gap-3">
      {broken.length > 0 && <p className="text-ink-2">As the levers stand, {name} would not keep {broken.length > 3 ? `${broken.slice(0, 3).join('; ')}, and ${broken.length - 3} more` : broken.join('; ')}.</p>}
      <Compared {...{ sides, words, stand }} />
    </div>
  )
}
