import { invariant, known, mapMetric, numberFigure, undefinedBecause, type Explained, type Metric } from '../../kernel/index.ts'
import { fewestPeople, safeCounts } from '../../people/index.ts'

/** One person of the audience: how far the brief came with them (`opened`: and nothing could be asked of them), and of who has answered everything as the how-manieth of the group, and how much of it was right. */
export type ReaderFacts = { readonly group: string } & ({ readonly stage: 'waiting' | 'delivered' | 'opened' | 'asked' } | { readonly stage: 'answered'; readonly place: number; readonly asked: number; readonly right: number })

/** How many people are in the audience, and how many of them it was delivered to, opened it, were asked something, and answered it: each no more than the one before. */
export type Reach = { readonly audience: number; readonly delivered: number; readonly opened: number; readonly asked: number; readonly answered: number }
/** The same as they may be shown. */
export type ShownReach = { readonly [stage in keyof Reach]: Metric<number> }
/** Why a group needs a conversation: fewer than half have opened the brief, or less than two thirds of what was asked is right. */
export type ConversationReason = 'not_opened' | 'not_understood'
export type GroupComprehension = { readonly group: string; readonly reach: ShownReach; readonly understood: Explained<number>; /** Null where nothing may be said of so few people. */ readonly conversation: readonly ConversationReason[] | null }
export type Comprehension = { readonly groups: readonly GroupComprehension[]; readonly reach: ShownReach; readonly understood: Explained<number> }

/** The least share of the audience that has opened, and of answers that are right, for a group to need no conversation. */
export const leastOpened = 0.5
export const leastUnderstood = 2 / 3

const steps = ['waiting', 'delivered', 'opened', 'asked', 'answered'] as const

/** How far a brief came with some people. */
export function reachOf(readers: readonly ReaderFacts[]): Reach {
  const from = (step: (typeof steps)[number]): number => readers.filter(({ stage }) => steps.indexOf(stage) >= steps.indexOf(step)).length
  return { audience: readers.length, delivered: from('delivered'), opened: from('opened'), asked: from('asked'), answered: from('answered') }
}

/**
 * Reach and comprehension by group, for people who may not know how any one answered (comprehension). Groups of fewer than five people are
 * withheld, with so many others that none follows from the totals. Right answers are told of the first five, ten, fifteen… of a group who
 * answered and of nobody in between, so that looking before and after somebody answers tells of five people or of none.
 */
export function comprehensionOf(readers: readonly ReaderFacts[]): Comprehension {
  const groups = [...Map.groupBy(readers, ({ group }) => group)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const safe = safeCounts([groups.map(([, of]) => of.length)])
  const counted = groups.map(([, of]) => countedOf(of))
  return {
    groups: groups.map(([group, of], at) => {
      const shows = safe.cells[0]?.[at]?.status === 'ok'
      const reach = reachOf(of)
      const understood = understoodOf(shows ? (counted[at] ?? []) : [])
      return { group, reach: shown(reach, shows), understood, conversation: shows ? reasonsFor(reach, understood.metric) : null }
    }),
    reach: shown(reachOf(readers), safe.total.status === 'ok'), understood: understoodOf(counted.flat()),
  }
}

type Answered = Extract<ReaderFacts, { readonly stage: 'answered' }>

/** Of those who answered, in the order in which they did, as many as make whole fives. */
function countedOf(readers: readonly ReaderFacts[]): readonly Answered[] {
  const answered = readers.filter((one) => one.stage === 'answered').toSorted((a, b) => a.place - b.place)
  invariant(answered.every(({ asked, right }) => asked > 0 && right >= 0 && right <= asked), 'who has answered was asked something, and has no more right than was asked')
  return answered.slice(0, answered.length - (answered.length % fewestPeople))
}

const shown = ({ audience, delivered, opened, asked, answered }: Reach, shows: boolean): ShownReach => {
  const as = (count: number): Metric<number> => (shows ? known(count) : undefinedBecause('SMALL_GROUP'))
  return { audience: as(audience), delivered: as(delivered), opened: as(opened), asked: as(asked), answered: as(answered) }
}

/** The share of right answers; undefined below five people. */
function understoodOf(counted: readonly Answered[]): Explained<number> {
  const sum = (of: (one: Answered) => number): number => counted.reduce((total, one) => total + of(one), 0)
  const [right, asked] = [sum((one) => one.right), sum((one) => one.asked)]
  const metric: Metric<number> = counted.length === 0 ? undefinedBecause('SMALL_GROUP') : known(right / asked)
  const terms = counted.length === 0 ? [] : [{ term: 'Right answers', figure: known(numberFigure(right)) }, { term: 'Questions answered', figure: known(numberFigure(asked)) }, { term: 'People counted', figure: known(numberFigure(counted.length)) }]
  return { metric, why: { term: 'Understood', figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), formula: 'comprehension', note: 'People are counted in fives, in the order in which they answered, so that nobody’s answers follow from the figure.', terms } }
}

function reasonsFor({ audience, opened }: Reach, understood: Metric<number>): readonly ConversationReason[] {
  const unopened = opened < audience * leastOpened
  const misread = understood.status === 'ok' && understood.value < leastUnderstood
  return [...(unopened ? ['not_opened' as const] : []), ...(misread ? ['not_understood' as const] : [])]
}
