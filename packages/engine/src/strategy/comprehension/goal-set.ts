import type { CivilDate } from '../../kernel/index.ts'

/** What a goal says to who reads it: its words, what it is measured by, and when it is due. Its weight, its owner and what was measured are none of that. */
export type GoalWords = { readonly key: string; readonly statement: string; readonly description: string; readonly deadline: CivilDate | null; readonly measures: readonly { readonly id: string; readonly name: string; readonly target: string | null; readonly dueOn: CivilDate | null }[] }

/** The goals of a version of the strategy as they were published: of the organisation and of its units. */
export type GoalSet = { readonly versionId: string; readonly goals: readonly GoalWords[] }

/** The text whose digest names an edition: two goal sets have one text exactly where they are of one version and say the same, in whatever order they were read. */
export const editionText = ({ versionId, goals }: GoalSet): string =>
  JSON.stringify([versionId, ...inOrder(goals, ({ key }) => key).map(({ key, statement, description, deadline, measures }) => [key, statement, description, deadline, inOrder(measures, ({ id }) => id).map(({ id, name, target, dueOn }) => [id, name, target, dueOn])])])

const inOrder = <T>(all: readonly T[], by: (one: T) => string): readonly T[] => all.toSorted((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0))
