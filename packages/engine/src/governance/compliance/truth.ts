/** Whether something holds, as far as one can tell: what is not given makes it unknown, never a no. */
export const truths = ['yes', 'no', 'unknown'] as const
export type Truth = (typeof truths)[number]

export const truthOf = (holds: boolean): Truth => (holds ? 'yes' : 'no')
/** Whether all of them hold (Kleene’s strong conjunction): one that does not decides, before one that nobody knows. Of none, yes. */
export const allHold = (all: readonly Truth[]): Truth => (all.includes('no') ? 'no' : all.includes('unknown') ? 'unknown' : 'yes')
/** Whether one of them holds (Kleene’s strong disjunction): one that does decides, before one that nobody knows. Of none, no. */
export const oneHolds = (all: readonly Truth[]): Truth => (all.includes('yes') ? 'yes' : all.includes('unknown') ? 'unknown' : 'no')
