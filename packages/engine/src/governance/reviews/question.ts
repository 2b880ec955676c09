import type { InitiativeFacts } from '../../demand/index.ts'

/** What a health check looks at, each judged by itself. */
export const reviewAreas = ['strategy', 'benefits', 'money', 'schedule', 'work', 'risk', 'people', 'governance'] as const
export type ReviewArea = (typeof reviewAreas)[number]

/** How deep a health check goes, in proportion to what is at stake: each tier asks what the one before asks, and more. */
export const reviewTiers = ['light', 'standard', 'full'] as const
export type ReviewTier = (typeof reviewTiers)[number]

/** How far an initiative has come when it is checked: before its approval, under way, or ending. */
export const reviewPhases = ['before', 'under_way', 'ending'] as const
export type ReviewPhase = (typeof reviewPhases)[number]

/** The phase that the state of an initiative stands for. */
export const phaseOf = (state: InitiativeFacts['state']): ReviewPhase => (state === 'idea' || state === 'case' ? 'before' : state === 'closing' || state === 'closed' || state === 'stopped' ? 'ending' : 'under_way')

/** A question to a health check: asked from a tier on, in some phases or, where none is named, in all. */
export type ReviewQuestion = { readonly id: string; readonly area: ReviewArea; readonly text: string }
type Asked = ReviewQuestion & { readonly from: ReviewTier; readonly phases?: readonly ReviewPhase[] }

/** The questions of a tier in a phase, by area; frozen in a health check when it is booked. */
export function questionsFor(tier: ReviewTier, phase: ReviewPhase): readonly ReviewQuestion[] {
  const depth = reviewTiers.indexOf(tier)
  return all.filter(({ from, phases }) => reviewTiers.indexOf(from) <= depth && (phases?.includes(phase) ?? true)).map(({ id, area, text }) => ({ id, area, text }))
}

/** The areas that some questions ask about, in the order of the areas. */
export const areasOf = (questions: readonly Pick<ReviewQuestion, 'area'>[]): readonly ReviewArea[] => reviewAreas.filter((area) => questions.some((one) => one.area === area))

const all: readonly Asked[] = [
  { id: 'strategy-1', area: 'strategy', from: 'light', text: 'Which objective in force does it serve, and would the owner of that objective say the same?' },
  { id: 'strategy-2', area: 'strategy', from: 'standard', text: 'What has changed in the strategy since it was approved, and was the case read again?' },
  { id: 'strategy-3', area: 'strategy', from: 'full', text: 'Which other initiatives work against it, or for the same end?' },
  { id: 'benefits-1', area: 'benefits', from: 'light', phases: ['before', 'under_way'], text: 'Has each benefit an owner outside the team who has agreed to it, a baseline and a measure?' },
  { id: 'benefits-2', area: 'benefits', from: 'light', phases: ['ending'], text: 'Who measures the benefits once the team is gone, and have they begun?' },
  { id: 'benefits-3', area: 'benefits', from: 'standard', text: 'Which change in how people work does each benefit need, and who brings it about?' },
  { id: 'benefits-4', area: 'benefits', from: 'full', text: 'Which disbenefits are expected, and do those who bear them know?' },
  { id: 'money-1', area: 'money', from: 'light', phases: ['before'], text: 'On what evidence does the estimate rest, and with which range?' },
  { id: 'money-2', area: 'money', from: 'light', phases: ['under_way', 'ending'], text: 'What will it cost in the end, who says so, and is that funded?' },
  { id: 'money-3', area: 'money', from: 'standard', text: 'How much of the contingency is used, and for what?' },
  { id: 'money-4', area: 'money', from: 'full', text: 'Is going on still worth it, counting only what is yet to be spent?' },
  { id: 'schedule-1', area: 'schedule', from: 'light', phases: ['before'], text: 'Is the end date an outcome of the plan, or was the plan made to fit it?' },
  { id: 'schedule-2', area: 'schedule', from: 'light', phases: ['under_way'], text: 'Which date does the team itself believe in, and which work decides it?' },
  { id: 'schedule-3', area: 'schedule', from: 'light', phases: ['ending'], text: 'What is left to be done, and by whom after the end?' },
  { id: 'schedule-4', area: 'schedule', from: 'full', text: 'How far did earlier dates move, and what says that this one holds?' },
  { id: 'work-1', area: 'work', from: 'standard', text: 'Is the scope agreed in writing, and how are changes to it decided?' },
  { id: 'work-2', area: 'work', from: 'standard', phases: ['under_way', 'ending'], text: 'What was delivered and accepted so far, and by whom?' },
  { id: 'work-3', area: 'work', from: 'full', text: 'Does the approach fit how well goal and means are known?' },
  { id: 'risk-1', area: 'risk', from: 'standard', text: 'Which three things could make it fail, who owns each, and what is being done?' },
  { id: 'risk-2', area: 'risk', from: 'standard', text: 'On what of others does it depend, and have they agreed to their dates?' },
  { id: 'risk-3', area: 'risk', from: 'full', text: 'What went wrong that no risk had foretold?' },
  { id: 'people-1', area: 'people', from: 'standard', text: 'Are the people there whom the plan counts on, with the skills that it needs?' },
  { id: 'people-2', area: 'people', from: 'standard', phases: ['under_way', 'ending'], text: 'Do those who are to use it want it, and how is that known?' },
  { id: 'people-3', area: 'people', from: 'full', text: 'What would the team say if its sponsor were not in the room?' },
  { id: 'governance-1', area: 'governance', from: 'light', text: 'Who is accountable, and when did they last decide something about it?' },
  { id: 'governance-2', area: 'governance', from: 'standard', text: 'Does what is reported agree with what you have seen?' },
  { id: 'governance-3', area: 'governance', from: 'full', text: 'Which recommendations of earlier reviews are still open, and why?' },
]
