import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { lastAsked } from './last-asked.ts'

/** A list that was looked at, and how it came. */
export type Looked<P> = { readonly via: 'file' | 'paste'; readonly preview: P }

/** A list on its way in: what was pasted, what it would come to, and why it could not be read. */
export type ListIn<P> = { readonly pasted: string; /** A look is under way: what was seen last is of something else. */ readonly reading: boolean; readonly looked: Looked<P> | undefined; readonly problem: Problem | undefined; paste(text: string): void; pick(file: File): void }

/**
 * Looks at what is pasted or chosen before anything is kept. Of several looks under way only the last one counts.
 * @param ask what the bytes of a list would come to
 * @param tabled what is looked at for a pasted text, where that is not the text itself
 */
export function useList<P>(ask: (bytes: Uint8Array, fileName: string) => Promise<Result<P, Problem>>, tabled = (text: string): string => text): ListIn<P> {
  const [pasted, setPasted] = useState('')
  const [looked, setLooked] = useState<Looked<P>>()
  const [problem, setProblem] = useState<Problem>()
  const [reading, setReading] = useState(false)
  const [last] = useState(lastAsked)
  const look = async (via: Looked<P>['via'], bytes: Promise<ArrayBuffer> | Uint8Array, name: string): Promise<void> => {
    setReading(true)
    const found = await last(async () => ask(new Uint8Array(await bytes), name))
    if (!found) return
    setReading(false)
    setProblem(found.ok ? undefined : found.refusal)
    setLooked(found.ok ? { via, preview: found.value } : undefined)
  }
  const paste = (text: string): void => {
    setPasted(text)
    if (text.trim() !== '') return void look('paste', new TextEncoder().encode(tabled(text)), 'Pasted rows')
    void last(() => Promise.resolve())
    setReading(false)
    setProblem(undefined)
    setLooked(undefined)
  }
  return { pasted, reading, looked, problem, paste, pick: (file) => void look('file', file.arrayBuffer(), file.name) }
}
