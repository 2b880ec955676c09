import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { subjectRooms, type NamedSubject, type Subject, type SubjectKind } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import type { Tx } from '../../database/index.ts'
import type { RoomSubjects, SubjectFacts, SubjectPart } from './kinds.ts'

/** Every kind of thing that can be talked about and followed, from what the rooms offer. */
export type Subjects = {
  /** The subject with its name and place; refused where it is not in this organisation. One that was removed is still found. */
  find(tx: Tx, subject: Subject): Promise<Result<SubjectFacts & NamedSubject, Refusal<'subject_unknown'>>>
  /** As `find`, and refused as well where it was removed: for what is to be added to it. */
  expect(tx: Tx, subject: Subject): Promise<Result<SubjectFacts & NamedSubject, Refusal<'subject_unknown'>>>
  /** Names and places of many at once; what nobody knows keeps neither. */
  name(tx: Tx, things: readonly Thing[]): Promise<(thing: Thing) => NamedSubject>
  /** The subject itself and everything that belongs to it. */
  parts(tx: Tx, subject: Subject): Promise<readonly SubjectPart[]>
}
/** Revisions name what they are about by text; what is no id has no name either. */
const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)

type Thing = { readonly room: string; readonly kind: string; readonly id: string }

export function subjectsOf(rooms: readonly RoomSubjects[]): Subjects {
  const readerOf = (kind: string) => rooms.map(({ kinds }) => kinds[kind as SubjectKind]).find((read) => read !== undefined)
  const aliases = new Map(rooms.flatMap(({ sameIdAs = {} }) => Object.entries(sameIdAs)))
  const kindOf = ({ kind }: Thing): string => aliases.get(kind) ?? kind

  const find: Subjects['find'] = async (tx, { room, kind, id }) => {
    const facts = subjectRooms[kind] === room ? (await readerOf(kind)?.(tx, [id]))?.find((one) => one.id === id) : undefined
    return facts ? ok({ room, kind, ...facts, place: facts.gone ? null : facts.place, gone: facts.gone ?? false }) : refuse({ code: 'subject_unknown', values: { room, kind, id } })
  }
  return {
    find,
    expect: async (tx, subject) => {
      const found = await find(tx, subject)
      return found.ok && found.value.gone ? refuse({ code: 'subject_unknown', values: { ...subject } }) : found
    },
    name: async (tx, things) => {
      const known = new Map<string, SubjectFacts>()
      for (const [kind, ofKind] of Map.groupBy(things, kindOf)) for (const facts of (await readerOf(kind)?.(tx, [...new Set(ofKind.map(({ id }) => id))].filter(isId))) ?? []) known.set(`${kind} ${facts.id}`, facts)
      return (thing) => {
        const facts = known.get(`${kindOf(thing)} ${thing.id}`)
        return { room: thing.room, kind: thing.kind, id: thing.id, name: facts?.name ?? null, place: facts && !facts.gone ? facts.place : null }
      }
    },
    parts: async (tx, { room, kind, id }) => {
      const others: SubjectPart[] = [{ room, kind, ids: [id] }]
      for (const { parts } of rooms) others.push(...((await parts?.[kind]?.(tx, id)) ?? []))
      return others
    },
  }
}
