/** A name reduced to what stays when it is written again: case, punctuation, accents, spelling variants and 'Programme' left out. */
export function nameKey(name: string): string {
  const words = plainWords(withoutBrackets(name.replace(/\s+/g, ' ')))
  const telling = words.filter((word) => !generic.has(word))
  return (telling.length > 0 ? telling : words).join(' ') || name.trim().toLowerCase()
}

/** Keys under which a name may be found: its own and those of earlier names it mentions ('formerly Urenco Future Options'). */
export function nameKeys(written: string): { readonly own: string; readonly former: readonly string[] } {
  const name = written.replace(/\s+/g, ' ')
  const former = [...name.matchAll(/\b(?:formerly|previously)\s+(?:known\s+as\s+|called\s+)?([^)\]]+)/gi)].map((match) => nameKey((match[1] ?? '').replace(/[([].*$/, '')))
  const current = name.replace(/[([]?\s*\b(?:formerly|previously)\b.*$/i, '')
  return { own: nameKey(current.trim() === '' ? name : current), former: former.filter((key) => key.length > 3) }
}

/** Abbreviations in brackets repeat the name; other brackets may tell tranches and phases apart and stay. */
const withoutBrackets = (name: string): string => name.replace(/[([]\s*([A-Z][A-Z0-9&/.-]{1,11})\s*[)\]]/g, ' ')

function plainWords(name: string): readonly string[] {
  const text = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = text.replace(/['’`]/g, '').replace(/&/g, ' and ').replace(/(?<=\d),(?=\d)/g, '').replace(/(?<=\p{L})(?=\d)/gu, ' ').replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1').match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((word) => variants[word] ?? word)
}

/** Share of words that two keys have in common (Dice), 0 to 1: for suggestions to a person, never for links. */
export function likeness(a: string, b: string): number {
  const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))]
  return (2 * [...left].filter((word) => right.has(word)).length) / (left.size + right.size)
}

const generic = new Set(['the', 'a', 'an', 'of', 'and', 'for', 'to', 'project', 'programme', 'portfolio'])
const variants: Readonly<Record<string, string>> = { program: 'programme', projects: 'project', programmes: 'programme', programs: 'programme' }
