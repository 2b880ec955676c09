import { useEffect, useId, useRef } from 'react'
import type { Clash, Question } from './use-merge.ts'

export type MergeViewProps = { readonly question: Question; /** The fields in which mine is to stand. */ readonly mineIn: ReadonlySet<string>; onMine(field: string, mine: boolean): void }

/** What two people changed, field by field: mine, theirs, and what was there before. Theirs stand unless mine are chosen. */
export function MergeView({ question: { by, clashes, taken }, mineIn, onMine }: MergeViewProps) {
  const start = useRef<HTMLParagraphElement>(null)
  useEffect(() => start.current?.focus(), [])
  return (
    <>
      <p ref={start} tabIndex={-1}>
        {by} saved first. {clashes.length === 1 ? 'One field was changed by both of you: choose which stands.' : `${clashes.length} fields were changed by both of you: choose which stand.`} Nothing is written before that.
      </p>
      {clashes.map((clash) => (
        <Choice key={clash.field} clash={clash} by={by} mine={mineIn.has(clash.field)} onMine={(mine) => onMine(clash.field, mine)} />
      ))}
      {taken.length > 0 && (
        <section>
          <h3 className="text-label text-ink-3">Changed by {by} alone, and kept</h3>
          <ul className="grid gap-1">
            {taken.map(({ field, label, before, theirs }) => (
              <li key={field}>
                {label}: <Text words={before} quiet /> is now <Text words={theirs} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Choice({ clash: { label, before, mine: ours, theirs }, by, mine, onMine }: { readonly clash: Clash; readonly by: string; readonly mine: boolean; onMine(mine: boolean): void }) {
  const name = useId()
  return (
    <fieldset className="grid gap-2 border-t border-border pt-3">
      <legend className="field-label">{label}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <label className="flex min-w-0 cursor-pointer items-start gap-2">
          <input type="radio" className="mt-0.5 size-4 shrink-0 accent-accent" name={name} checked={!mine} onChange={() => onMine(false)} />
          <span className="min-w-0">
            <span className="field-hint block">Theirs, by {by}</span>
            <Text words={theirs} />
          </span>
        </label>
        <label className="flex min-w-0 cursor-pointer items-start gap-2">
          <input type="radio" className="mt-0.5 size-4 shrink-0 accent-accent" name={name} checked={mine} onChange={() => onMine(true)} />
          <span className="min-w-0">
            <span className="field-hint block">Mine</span>
            <Text words={ours} />
          </span>
        </label>
      </div>
      <p className="quiet">
        Before: <Text words={before} />
      </p>
    </fieldset>
  )
}

const Text = ({ words, quiet = false }: { readonly words: string; readonly quiet?: boolean }) => <bdi className={`whitespace-pre-line break-words ${quiet ? 'text-ink-3' : ''}`}>{words}</bdi>
