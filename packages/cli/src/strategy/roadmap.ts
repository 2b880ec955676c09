import { strategyRoutes, type RecalibratedRoadmapOutcome } from '@throughline/contract/strategy'
import type { Command } from '../terminal/command.ts'
import { percent } from '../terminal/figures.ts'
import { resultOf } from '../terminal/jobs.ts'
import { tableLines } from '../terminal/print.ts'
import { findDraft } from './find.ts'

const roadmap: Command = {
  name: 'strategy roadmap',
  summary: 'Solve the roadmap again under the draft and its actions: what starts earlier or later, comes in, or is left',
  run: async (_, { call, print }) => {
    const next = await findDraft(call)
    const { jobId } = await call(strategyRoutes.startVersionRoadmap, { params: { id: next.id } })
    const outcome = await resultOf<RecalibratedRoadmapOutcome>(call, print, jobId)
    print.answer(outcome, () => outcomeLines(outcome))
  },
}

const words = { comes: 'comes in', goes: 'stays out', exit: 'is left while it runs', earlier: 'starts earlier', later: 'starts later', variant: 'another variant' } as const

function outcomeLines({ periods, before, after, shifts, objectives, late }: RecalibratedRoadmapOutcome): readonly string[] {
  const period = (at: number | null): string => (at === null ? '' : (periods[at] ?? 'later'))
  return [
    `${after.goAhead} go ahead, ${before.goAhead} under the strategy in force. ${after.proved ? 'It is proved the best.' : after.gap === null ? `No roadmap is worth more than ${after.bound} points.` : `At most ${percent(after.gap, 2)} from the best.`}`,
    ...(shifts.length === 0 ? ['Nothing shifts.'] : tableLines(shifts, [
      { head: 'Initiative', of: ({ name }) => name, widest: 60 }, { head: 'Shifts', of: ({ what }) => words[what] }, { head: 'Started', of: ({ from }) => period(from) }, { head: 'Starts', of: ({ to }) => period(to) }, { head: 'Ends in', of: ({ endsIn }) => period(endsIn) },
    ])),
    ...objectives.filter((one) => one.before !== one.after).map((one) => `${one.statement}: ${one.before} -> ${one.after} points`),
    ...late.map(({ name, statement, deadline, finishOn }) => `${name} ends ${finishOn === null ? 'with the roadmap or after it' : `on ${finishOn}`}; “${statement}” is due on ${deadline}.`),
  ]
}

export const roadmapCommands: readonly Command[] = [roadmap]
