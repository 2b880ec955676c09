import type { RoadmapStand } from '@throughline/contract/portfolio'
import type { RoadmapConflict, RoadmapConstraint, RoadmapRefusal, RoadmapRelaxation } from '@throughline/engine/portfolio'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { explainRelaxed } from '../explain-sides.ts'
import { isRoadmapPin, withRoadmapPin, type RoadmapLevers } from '../levers.ts'
import type { RoadmapWords } from '../words.ts'
import { refusedWords } from './refused-words.ts'

export type NothingFitsProps = {
  readonly refusal: RoadmapRefusal
  readonly conflict: { readonly found: RoadmapConflict | null; readonly relaxations: readonly RoadmapRelaxation[] } | undefined
  readonly stand: RoadmapStand
  readonly levers: RoadmapLevers
  readonly words: RoadmapWords
  onLevers(levers: RoadmapLevers): void
}

/** Why no roadmap can be had: the demands that exclude each other, and the least that would have to give way. */
export function NothingFits({ refusal, conflict, levers, words, onLevers }: NothingFitsProps) {
  const held = levers.pins.length > 0
  return (
    <Card title="Nothing fits" note={conflict?.found ? (conflict.found.irreducible ? 'Without any one of these the others can be kept' : 'These cannot be kept together') : undefined} actions={held && <Button onClick={() => onLevers({ ...levers, pins: [] })}>Let go of every pin</Button>}>
      <div className="grid gap-3" role="status">
        {conflict?.found ? <ul className="list-disc pl-5">{conflict.found.members.map((member) => <li key={JSON.stringify(member)}>{demandWords(member, words)}</li>)}</ul> : <p>{refusedWords(refusal, words)}</p>}
        {conflict && conflict.relaxations.length > 0 && (
          <>
            <h3>What would make it fit, the least first</h3>
            <ul className="grid gap-2">
              {conflict.relaxations.map(({ gives, value }) => (
                <li key={JSON.stringify(gives.map(({ words: each, percent }) => [each, percent]))} className="flex flex-wrap items-center gap-2">
                  <span>{gives.map(({ constraint, percent }) => `${demandWords(constraint, words)}${percent === null ? ', given up' : `, ${words.percent(percent)} more`}`).join('; ')}: a roadmap worth <WhyFigure why={explainRelaxed(value, words)}>{words.value(value)}</WhyFigure>.</span>
                  {gives.every(({ constraint }) => isRoadmapPin(constraint)) && <Button onClick={() => onLevers(gives.reduce((next, { constraint }) => (isRoadmapPin(constraint) ? withRoadmapPin(next, constraint.candidateId, undefined) : next), levers))}>Let go</Button>}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Card>
  )
}

/** A demand in the words of people: names in place of ids, amounts as they are written here. */
export function demandWords(demand: RoadmapConstraint, { nameOf, variantOf, period, cost, format }: RoadmapWords): string {
  switch (demand.kind) {
    case 'potBudget':
      return `the budget of ${demand.potIds.map(nameOf).join(', ')} by period`
    case 'potTotal':
      return `the budget of ${demand.potIds.map(nameOf).join(', ')}: ${cost(demand.limit)} over all periods`
    case 'poolCapacity':
      return `the capacity of ${demand.poolIds.map(nameOf).join(', ')}`
    case 'must':
      return `${nameOf(demand.candidateId)} goes ahead`
    case 'mustNot':
      return `${nameOf(demand.candidateId)} stays out`
    case 'startWithin':
      return `${nameOf(demand.candidateId)} starts ${demand.from === demand.to ? `in ${period(demand.from)}` : `from ${period(demand.from)} to ${period(demand.to)}`}${demand.variantId === undefined ? '' : `, as ${variantOf(demand.variantId)}`}`
    case 'finishToStart':
      return `${nameOf(demand.candidateId)} starts after ${nameOf(demand.after)}`
    case 'requiresAll':
      return `${nameOf(demand.candidateId)} needs ${demand.requires.map(nameOf).join(' and ')}`
    case 'requiresAny':
      return `${nameOf(demand.candidateId)} needs ${demand.requiresAny.map(nameOf).join(' or ')}`
    case 'excludes':
      return `at most one of ${demand.candidateIds.map(nameOf).join(', ')}`
    case 'atMost':
      return `at most ${demand.most} of ${demand.candidateIds.map(nameOf).join(', ')}`
    case 'atLeast':
      return `at least ${demand.least} of ${demand.candidateIds.map(nameOf).join(', ')}`
    case 'shareCeiling':
      return `at most ${format.percent(demand.mostPercent / 100, 2)} of all cost for ${shareWords(demand.of, nameOf)}`
    case 'shareFloor':
      return `at least ${format.percent(demand.leastPercent / 100, 2)} of all cost for ${shareWords(demand.of, nameOf)}`
    case 'parallel':
      return `at most ${demand.most} under way at one time`
    case 'valueFloor':
      return `a least value for ${nameOf(demand.objectiveId)}`
    case 'mostMoves':
      return `at most ${format.count(demand.most, 'move', 'moves')} from the plan of record`
  }
}

const shareWords = (of: Extract<RoadmapConstraint, { kind: 'shareFloor' }>['of'], nameOf: (id: string) => string): string => (of.kind === 'tag' ? of.tag : nameOf(of.objectiveId))
