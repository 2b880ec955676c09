import { leastDisturbance, letIn, priceRoadmapPins, roadmapBottlenecks, roadmapBoundCurve, roadmapConflict, roadmapFrontier, roadmapRelaxations, roadmapSteadiness, roomFor } from '@throughline/engine/portfolio'
import type { DeepReply, RoadmapTask, RoadmapTaskAnswer, RoadmapTaskAnswers } from './roadmap-protocol.ts'

/** Goes deeper with the very functions that anybody else calls, always by the same seed: the same question has the same answer. */
export function performRoadmap<Task extends RoadmapTask>(task: Task): RoadmapTaskAnswer<Task>
export function performRoadmap(task: RoadmapTask): RoadmapTaskAnswers[RoadmapTask['op']] {
  const tried = { seed: 1, effort: task.effort }
  switch (task.op) {
    case 'pins':
      return priceRoadmapPins(task.case, task.answer, tried)
    case 'frontier':
      return roadmapFrontier(task.case, task.answer, task.against, task.percents, tried)
    case 'bounds':
      return roadmapBoundCurve(task.case, task.answer, task.against, task.percents)
    case 'limits':
      return roadmapBottlenecks(task.case, task.answer, { ...tried, count: task.count })
    case 'moves':
      return leastDisturbance(task.case, task.record, task.answer, task.counts, tried)
    case 'steadiness':
      return roadmapSteadiness(task.case, task.answer, task.range, task.worlds, tried)
    case 'letIn':
      return { letIn: letIn(task.case, task.answer, task.candidateId, tried), room: roomFor(task.case, task.answer, task.candidateId) }
    case 'conflict': {
      const conflict = roadmapConflict(task.case, tried)
      return { conflict, relaxations: conflict ? roadmapRelaxations(task.case, conflict, tried) : [] }
    }
  }
}

/** Answers a task, or says that it broke. */
export function answerDeep(task: RoadmapTask): DeepReply {
  try {
    return { kind: 'done', answer: performRoadmap(task) }
  } catch (error) {
    return { kind: 'broken', message: error instanceof Error ? error.message : String(error) }
  }
}
