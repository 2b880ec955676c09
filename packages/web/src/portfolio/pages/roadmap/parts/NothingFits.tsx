import type { RoadmapStand } from '@throughline/contract/portfolio'
import type { RoadmapConflict, RoadmapConstraint, RoadmapRefusal, RoadmapRelaxation } from '@throughline/engine/portfolio'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { explainRelaxed } from '../explain-sides.ts'
import { areOwnPins, givingWay } from '../giving-way.ts'
import type { RoadmapLevers } from '../levers.ts'
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
export function NothingFits({ refusal, conflict, stand, levers, words, onLevers }: NothingFitsProps) {
  const held = levers.pins.length > 0
  const giveWords = (gives: RoadmapRelaxation['gives']): string => gives.map(({ constraint, percent }) => `${demandWords(constraint, words)}${percent === null ? ', given up' : `, ${words.percent(percent)} more`}`).join('; ')
  return (
    <Card title="Nothing fits" note={conflict?.found ? (conflict.found.irreducible ? 'Without any one of these the others can be kept' : 'These cannot be kept together') : undefined} actions={held && <Button onClick={() => onLevers({ ...levers, pins: [] })}>Let go of every pin</Button>}>
      <div className="grid gap-4" role="status">
        {conflict?.found ? <ul className="list-disc pl-5">{conflict.found.members.map((member) => <li key={JSON.stringify(member)}>{demandWords(member, words)}</li>)}</ul> : <p>{refusedWords(refusal, words)}</p>}
        {conflict && conflict.relaxations.length > 0 && (
          <Table
            caption="What would make it fit, the least first" captionShown
            rows={conflict.relaxations} rowKey={({ gives }) => JSON.stringify(gives.map(({ constraint, percent }) => [constraint, percent]))} empty={null}
            columns={[
              { key: 'gives', label: 'Gives way', cell: ({ gives }) => giveWords(gives) },
              { key: 'value', label: 'Then worth', numeric: true, cell: ({ value }) => <WhyFigure why={explainRelaxed(value, words)}>{words.value(value)}</WhyFigure> },
              { key: 'do', label: 'Lever', cell: ({ gives }) => <GiveWay {...{ gives, stand, levers, onLevers }} words={giveWords(gives)} /> },
            ]}
          />
        )}
      </div>
    </Card>
  )
}

/** Moves the levers so far; what is no lever of one's own is said to be none. */
function GiveWay({ gives, stand, levers, words, onLevers }: Pick<NothingFitsProps, 'stand' | 'levers' | 'onLevers'> & { readonly gives: RoadmapRelaxation['gives']; readonly words: string }) {
  const next = givingWay(levers, stand.case, gives)
  if (next === undefined) return <span className="quiet">Recorded for everybody</span>
  const act = areOwnPins(levers, gives) ? 'Let go' : 'Loosen'
  return <Button aria-label={`${act}: ${words}`} onClick={() => onLevers(next)}>{act}</Button>
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
