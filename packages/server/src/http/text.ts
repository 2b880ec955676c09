import type { Issue } from './input.ts'

type Part = { readonly path: string; readonly value: unknown }

/**
 * Texts anywhere in a value that no database stores: the character NUL, and halves of a surrogate pair, which JSON can write and
 * Unicode does not have. Names of fields count as well. Goes by a list of its own, not by the call stack: JSON may nest without end.
 */
export function unstorableTexts(whole: unknown): readonly Issue[] {
  const issues: Issue[] = []
  const left: Part[] = [{ path: '', value: whole }]
  for (let part = left.pop(); part; part = left.pop()) {
    const { path, value } = part
    if (typeof value === 'string') {
      if (!isStorable(value)) issues.push({ path: path || '/', found: shown(value), expected: storable })
    } else if (Array.isArray(value)) value.forEach((each: unknown, index) => left.push({ path: `${path}/${index}`, value: each }))
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) {
        if (!isStorable(name)) issues.push({ path: path || '/', found: shown(name), expected: `names of fields that are ${storable}` })
        else left.push({ path: `${path}/${name}`, value: each })
      }
  }
  return issues
}

const storable = 'text without NUL and without halves of a character'
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

/** The beginning of it, with what cannot be shown written out as JSON does. */
const shown = (text: string): string => JSON.stringify(text.slice(0, 80)).slice(1, -1)
