import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useEffect, useRef, useState } from 'react'
import { mergeFields, type Field, type Merged } from './merge-fields.ts'

/** What a form is about as it stands: its fields, and the version or versions that say so. */
export type Standing<F, Seen> = { readonly fields: F; readonly seen: Seen }

export type Merging<F, Seen> = {
  /** As the page knows it now; read again by itself once it was refused as changed. */
  readonly now: Standing<F, Seen>
  /** Saves what was entered on what it was entered upon. */
  send(mine: F, base: Standing<F, Seen>): Promise<Result<unknown, Problem>>
  /** What a field is called on the form. */
  label(field: Field<F>): string
  /** A value in the words of the form; left out, as it is. */
  show?(field: Field<F>, value: unknown): string
}

/** One field that two people changed, in words. */
export type Clash = { readonly field: string; readonly label: string; readonly before: string; readonly mine: string; readonly theirs: string }
/** What a person is asked, and what is merged without asking. */
export type Question = { readonly by: string; readonly clashes: readonly Clash[]; readonly taken: readonly Omit<Clash, 'mine'>[] }

export type Merge<F, Seen> = {
  /** What the form was opened upon. */
  readonly base: Standing<F, Seen>
  save(mine: F): Promise<Result<unknown, Problem>>
  /** Both changed the same: which of them stands? */
  readonly question: Question | undefined
  /** Saves the merged form: mine in these fields, theirs in the others that clash. */
  settle(mineIn: ReadonlySet<string>): Promise<Result<unknown, Problem>>
  /** Goes back to the form, with what was entered. */
  back(): void
}

/** How often a row may move under our hands before we stop, and how long we wait to hear what it is now. */
const tries = 6
const patienceMs = 15_000

/**
 * Saves a form so that nothing of anybody is lost. Where somebody else saved first, the fields that one of both changed are merged and
 * saved upon theirs; where both changed the same field otherwise, the person is asked.
 */
export function useMerge<F extends object, Seen>({ now, send, label, show = usualWords }: Merging<F, Seen>): Merge<F, Seen> {
  const [base] = useState(now)
  const [asked, setAsked] = useState<{ readonly mine: F; readonly before: F; readonly theirs: Standing<F, Seen>; readonly merged: Merged<F>; readonly by: string }>()
  const heard = useHeard(now)
  const words = (name: Field<F>, value: F) => show(name, value[name])

  const saveUpon = async (first: F, from: Standing<F, Seen>): Promise<Result<unknown, Problem>> => {
    let [mine, upon] = [first, from]
    for (let times = 1; ; times++) {
      const outcome = await send(mine, upon)
      if (outcome.ok || outcome.refusal.code !== 'version_moved' || times >= tries) return outcome
      const theirs = await heard((one) => !isSeen(one, upon))
      if (!theirs) return outcome
      const merged = mergeFields(upon.fields, mine, theirs.fields)
      if (merged.clashes.length > 0) {
        setAsked({ mine, before: upon.fields, theirs, merged, by: String(outcome.refusal.values?.['by'] ?? 'Somebody else') })
        return outcome
      }
      mine = merged.fields
      upon = theirs
    }
  }
  const told = (name: Field<F>, { before, theirs }: NonNullable<typeof asked>) => ({ field: name, label: label(name), before: words(name, before), theirs: words(name, theirs.fields) })
  return {
    base,
    save: (mine) => saveUpon(mine, base),
    question: asked && { by: asked.by, clashes: asked.merged.clashes.map((name) => ({ ...told(name, asked), mine: words(name, asked.mine) })), taken: asked.merged.taken.map((name) => told(name, asked)) },
    settle: async (mineIn) => {
      if (!asked) return { ok: true, value: undefined }
      const theirs = asked.merged.clashes.filter((name) => !mineIn.has(name))
      return saveUpon({ ...asked.merged.fields, ...Object.fromEntries(theirs.map((name) => [name, asked.theirs.fields[name]])) }, asked.theirs)
    },
    back: () => setAsked(undefined),
  }
}

const isSeen = <F, Seen>(one: Standing<F, Seen>, other: Standing<F, Seen>): boolean => JSON.stringify(one.seen) === JSON.stringify(other.seen)

/** Waits until the page knows something that passes; undefined where that takes too long. */
function useHeard<T>(now: T): (passes: (one: T) => boolean) => Promise<T | undefined> {
  const known = useRef(now)
  const waiting = useRef(new Set<() => void>())
  useEffect(() => {
    known.current = now
    for (const look of waiting.current) look()
  })
  return (passes) =>
    new Promise((resolve) => {
      const end = (found: T | undefined) => {
        clearTimeout(late)
        waiting.current.delete(look)
        resolve(found)
      }
      const look = () => passes(known.current) && end(known.current)
      const late = setTimeout(() => end(undefined), patienceMs)
      waiting.current.add(look)
      look()
    })
}

/** A value as it is, in words. */
export function usualWords(_: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}
