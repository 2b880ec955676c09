import { ruledOutBy } from '../solve/index.ts'
import type { Constraint } from './constraints/kinds.ts'
import type { Watch } from './effort.ts'
import { oppositeOf } from './forcing.ts'
import { amountInWords, namesOf } from './frame.ts'
import type { Opposite, Verdict } from './result.ts'
import type { Solved } from './solving.ts'
import { overrunsOf, roomOf, usesByColumn } from './uses.ts'
import type { ColumnUse } from './uses.ts'

/** Why each candidate is in or out, in order of id. `resolveUnits` per candidate for re-solving with the opposite verdict; 0 for none. */
export function verdictsOf(solved: Solved, resolveUnits: number, watch: Watch): readonly Verdict[] {
  const { compiled, program, found } = solved
  const uses = usesByColumn(compiled)
  const room = roomOf(compiled, found.plan)
  const ruledOut = ruledOutBy(program)
  return compiled.frame.candidates.map((_, column) => {
    const ask = resolveUnits > 0 && watch.shouldStop?.() !== true
    const opposite = ask ? oppositeOf(program, found, column, resolveUnits, watch) : null
    return verdictOf(solved, column, { uses: uses[column]!, room, opposite, ruledOut })
  })
}

type Circumstances = {
  readonly uses: readonly ColumnUse[]
  readonly room: readonly number[]
  readonly opposite: Opposite | null
  readonly ruledOut: (column: number) => boolean
}

function verdictOf(solved: Solved, column: number, { uses, room, opposite, ruledOut }: Circumstances): Verdict {
  const { compiled, program, found } = solved
  const candidate = compiled.frame.candidates[column]!
  const chosen = found.plan[column]!
  const priced = uses.filter(({ row }) => found.prices[row]! > 0)
  const netOfPrices = priced.reduce((net, { row, amount }) => net - found.prices[row]! * amount, candidate.value)
  const netAlone = priced.reduce((net, { demand, row, amount }) => (isNeed(compiled.demands[demand]!.constraint) ? net : net - found.prices[row]! * amount), candidate.value)
  const because = chosen ? whyIn(solved, column, netAlone) : whyOut(solved, column, opposite, ruledOut)
  const blockedBy = chosen || program.fixed[column] === 0 ? [] : overrunsOf(compiled, room, uses).map(({ constraint, words, over }) => ({ constraint, words, over }))
  return {
    candidateId: candidate.id,
    verdict: chosen ? 'in' : 'out',
    because,
    reason: inWords(solved, column, { because, netOfPrices, blockedBy: blockedBy.map((each) => each.words), opposite }),
    value: candidate.value,
    cost: candidate.cost,
    uses: priced.map(({ demand, row, amount }) => ({ constraint: compiled.demands[demand]!.constraint, amount, atPrice: found.prices[row]! * amount })),
    netOfPrices,
    blockedBy,
    opposite,
  }
}

/** Rows by which one candidate needs another credit the one that is needed; that is not worth of its own. */
const isNeed = ({ kind }: Constraint): boolean => kind === 'dependency' || kind === 'dependencyAny'

function whyIn(solved: Solved, column: number, netAlone: number): Verdict['because'] {
  if (solved.program.fixed[column] === 1) return 'pinned_in'
  return netAlone < 0 && neededBy(solved, column).length > 0 ? 'needed_by_others' : 'worth_its_place'
}

function whyOut({ compiled, program }: Solved, column: number, opposite: Opposite | null, ruledOut: Circumstances['ruledOut']): Verdict['because'] {
  if (program.fixed[column] === 0) return 'pinned_out'
  const impossible = opposite === null ? ruledOut(column) : opposite.kind === 'impossible' && opposite.proved
  if (impossible) return 'cannot_fit'
  return compiled.frame.candidates[column]!.value <= 0 ? 'no_value' : 'not_worth_its_place'
}

/** Ids of chosen candidates that require this one. */
function neededBy({ compiled, found }: Solved, column: number): readonly string[] {
  const { frame, demands } = compiled
  const id = frame.candidates[column]!.id
  return demands.flatMap(({ constraint }) => {
    if (constraint.kind === 'dependency' && constraint.requires.includes(id)) return chosenOnly(constraint.candidateId)
    if (constraint.kind === 'dependencyAny' && constraint.requiresAny.includes(id)) return chosenOnly(constraint.candidateId)
    return []
  })
  function chosenOnly(needing: string): readonly string[] {
    return found.plan[frame.columnOf.get(needing) ?? -1] === true ? [needing] : []
  }
}

type Reasons = { readonly because: Verdict['because']; readonly netOfPrices: number; readonly blockedBy: readonly string[]; readonly opposite: Opposite | null }

function inWords(solved: Solved, column: number, { because, netOfPrices, blockedBy, opposite }: Reasons): string {
  const { frame } = solved.compiled
  const candidate = frame.candidates[column]!
  const amount = (minor: number): string => amountInWords(minor, frame.currency)
  const gives = `It gives ${amount(candidate.value)} for ${amount(candidate.cost)}`
  const elsewhere = amount(candidate.value - netOfPrices)
  switch (because) {
    case 'pinned_in':
      return 'It is in because it has been pinned in.'
    case 'pinned_out':
      return 'It is out because it has been pinned out.'
    case 'needed_by_others':
      return `It is in because ${namesOf(frame, neededBy(solved, column))} cannot go without it.`
    case 'worth_its_place': {
      const against = netOfPrices < 0 ? ' and fits into what the others leave' : `; what it uses would be worth ${elsewhere} elsewhere`
      return `${gives}${against}${lossInWords(opposite, 'Leaving it out would lose', amount)}.`
    }
    case 'no_value':
      return `It is out because it gives no value (${amount(candidate.value)}).`
    case 'cannot_fit':
      return `It is out because no plan that keeps every constraint contains it${blockedBy.length === 0 ? '' : `: ${blockedBy.slice(0, 3).join('; ')}`}.`
    case 'not_worth_its_place': {
      const against = netOfPrices > 0 ? 'but there is no room for all of it' : `but what it needs is worth ${elsewhere} elsewhere`
      return `${gives}, ${against}${blockedBy.length === 0 ? '' : ` (${blockedBy.slice(0, 3).join('; ')})`}${lossInWords(opposite, 'Forcing it in would lose', amount)}.`
    }
  }
}

function lossInWords(opposite: Opposite | null, start: string, amount: (minor: number) => string): string {
  if (opposite === null || opposite.kind !== 'possible') return ''
  if (opposite.proved && opposite.valueLost === 0) return '. Another plan without this verdict is worth just as much'
  return `. ${start} ${opposite.proved ? '' : 'at most '}${amount(opposite.valueLost)}`
}
