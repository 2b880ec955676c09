import type { TaskFacts } from '@throughline/engine/delivery'

/** What the history tells of a task. */
export const told = ({ key, name, wbs, parentId, kind, owner, state, startOn, finishOn, finishedOn, link, enables }: TaskFacts) => ({
  key, name, wbs, parentId, kind: kind.replace('_', ' '), owner, state: state.replace('_', ' '), startOn, finishOn, finishedOn, link, enables: enables?.id ?? null,
})
