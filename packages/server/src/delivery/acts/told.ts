import type { Enabled } from '@throughline/contract/delivery'
import type { TaskFacts } from '@throughline/engine/delivery'

/** What the history tells of a task: what it stands below and what it enables by name. */
export function teller(tasks: readonly TaskFacts[], enabled: readonly Enabled[]) {
  const names = new Map([...tasks, ...enabled].map(({ id, name }) => [id, name]))
  const named = (id: string | null | undefined): string | null => (id ? (names.get(id) ?? id) : null)
  return ({ key, name, wbs, parentId, kind, owner, state, startOn, finishOn, finishedOn, link, enables }: TaskFacts) => ({
    key, name, wbs, below: named(parentId), kind: kind.replace('_', ' '), owner, state: state.replace('_', ' '), startOn, finishOn, finishedOn, link, enables: named(enables?.id),
  })
}
