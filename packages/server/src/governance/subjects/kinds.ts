import type { SubjectKind } from '@throughline/contract/governance'
import type { Tx } from '../../database/index.ts'

/** What a room says of one of its things: what it is called and where it is shown. `gone`: removed, but remembered. `seenBy`: the accounts that may see it, where not everybody may. */
export type SubjectFacts = { readonly id: string; readonly name: string; readonly place: string | null; readonly gone?: boolean; readonly seenBy?: readonly string[] }

/** Things whose revisions belong to a subject as well. `only`: of these, those in which a field has a value. */
export type SubjectPart = { readonly room: string; readonly kind: string; readonly ids: readonly string[]; readonly only?: { readonly field: string; readonly value: string } }

/** What a room offers to talk about. A kind is one line here and one in the contract (`subjectRooms`). */
export type RoomSubjects = {
  readonly kinds: Partial<Readonly<Record<SubjectKind, (tx: Tx, ids: readonly string[]) => Promise<readonly SubjectFacts[]>>>>
  /** For a kind of whatever room, what of this room belongs to it. */
  readonly parts?: Partial<Readonly<Record<SubjectKind, (tx: Tx, id: string) => Promise<readonly SubjectPart[]>>>>
  /** Kinds of revisions that carry the id of another kind of thing. */
  readonly sameIdAs?: Readonly<Record<string, SubjectKind>>
}
