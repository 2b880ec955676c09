import { anomaly, counted, foundIn, judged, notChecked, thingsOf, type CheckAnswer, type StateCheck } from '../check.ts'
import type { StateFacts, StateThing, StepFacts } from '../facts.ts'

/** Operational processes: how work is done, how it changes, and how those who do it are heard. */
export const processChecks: readonly StateCheck[] = [
  { id: 'changes-lead', facet: 'processes', question: 'Does every change of how work is done lead to a benefit, with an owner and in time?', run: ({ changes, today }) => steps(changes, today, 'no change of how work is done is recorded in the benefits network') },
  {
    id: 'work-in-time', facet: 'processes', question: 'Is the work of initiatives done by the days that were given?',
    run: ({ work: { tasks, late }, strategy }) => tasks === 0 ? notChecked('no work of initiatives is recorded') : judged(late.length > 0 ? thingsOf(late) : [strategy.thing], foundIn('stale', late, ({ thing: { name }, tasks: behind }) => `${counted(behind, 'piece', 'pieces')} of the work of ${name} ${behind === 1 ? 'is' : 'are'} late`), ''),
  },
  {
    id: 'signals-answered', facet: 'processes', question: 'Are units answered in the time that they are promised?',
    run: ({ signals: { withinDays, all } }) => {
      const overdue = all.filter(({ standing }) => standing === 'overdue')
      const promise: StateThing = { kind: 'exchange', id: 'within', name: `Answered within ${counted(withinDays, 'day', 'days')}` }
      return judged(thingsOf(all), overdue.length === 0 ? [] : anomaly(`Units are promised an answer within ${counted(withinDays, 'day', 'days')}, and ${counted(overdue.length, 'signal waits', 'signals wait')} longer`, [promise], thingsOf(overdue)), 'no unit has raised a signal')
    },
  },
]

/** Supporting systems: enablers of the benefits network, which are there for what benefits come about by. */
export const systemChecks: readonly StateCheck[] = [{ id: 'systems-lead', facet: 'systems', question: 'Does every supporting system lead to a benefit, with an owner and in time?', run: ({ systems, today }) => steps(systems, today, 'no supporting system is recorded as an enabler of the benefits network') }]

function steps(all: readonly StepFacts[], today: StateFacts['today'], because: string): CheckAnswer {
  return judged(thingsOf(all), [
    ...foundIn('missing', all, ({ thing: { name }, leadsToBenefit }) => (leadsToBenefit ? null : `“${name}” leads to no benefit`)),
    ...foundIn('missing', all, ({ thing: { name }, owner }) => (owner === null || owner.trim() === '' ? `“${name}” has no owner` : null)),
    ...foundIn('stale', all, ({ thing: { name }, dueOn, done }) => (!done && dueOn !== null && dueOn < today ? `“${name}” was to be there by ${dueOn} and is not` : null)),
  ], because)
}
