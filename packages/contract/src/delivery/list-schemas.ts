import { Type, type Static } from 'typebox'
import { CivilDate, LongText, Nullable, OneOf, ShortText, Version } from '../wire/index.ts'
import { TaskKey, TaskKind, TaskLink, TaskName, TaskOwner, TaskState, Wbs } from './schemas.ts'

/** Lines that one list may have. */
export const mostTaskRows = 2000

/** A line of a list of work. What is left out stays as it is, null takes it back. `version`: the one that was seen of the task with this key; null where there was none. */
export const TaskRow = Type.Object({
  line: Type.Integer({ minimum: 1, maximum: 1_000_000 }), key: TaskKey, version: Nullable(Version), name: Type.Optional(TaskName), wbs: Type.Optional(Nullable(Wbs)), kind: Type.Optional(TaskKind),
  parent: Type.Optional(Nullable(ShortText(260))), owner: Type.Optional(Nullable(TaskOwner)), state: Type.Optional(TaskState), startOn: Type.Optional(Nullable(CivilDate)), finishOn: Type.Optional(Nullable(CivilDate)), finishedOn: Type.Optional(Nullable(CivilDate)),
  link: Type.Optional(Nullable(TaskLink)), enables: Type.Optional(Nullable(ShortText(300))),
})
export type TaskRow = Static<typeof TaskRow>
export const TaskRows = Type.Object({ rows: Type.Array(TaskRow, { minItems: 1, maxItems: mostTaskRows }) })

/** What of a list was left out, where, what stands there and what would have been taken. */
export const TaskIssue = Type.Object({ line: Nullable(Type.Integer()), found: Type.String(), expected: Type.String() })
export type TaskIssue = Static<typeof TaskIssue>
const counted = { added: Type.Integer(), changed: Type.Integer(), same: Type.Integer() }
/** What a list would come to, with the rows as they are to be sent. `fields`: as what each heading was read. */
export const TaskPreview = Type.Object({
  recognised: Type.String(), fields: Type.Array(Type.Object({ heading: LongText(200), field: Nullable(Type.String()) })),
  rows: Type.Array(TaskRow), ...counted, issues: Type.Array(TaskIssue),
})
export type TaskPreview = Static<typeof TaskPreview>
export const TasksKept = Type.Object({ ...counted, issues: Type.Array(TaskIssue) })
export type TasksKept = Static<typeof TasksKept>

export const TasksExport = Type.Object({ format: Type.Optional(OneOf(['csv', 'xlsx'], 'CSV unless said')) })
