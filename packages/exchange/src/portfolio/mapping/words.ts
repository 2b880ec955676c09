/**
 * The words of a heading that carry meaning, as a set: without years, units, filler and the body that publishes;
 * a year leaves the word 'year' behind. headingWords('2016/17 TOTAL Baseline £m') → {year, baseline}
 */
export function headingWords(heading: string): ReadonlySet<string> {
  const text = heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/_/g, ' ')
    .replace(/%\s?age\b|percentage|\bpct\b|%/g, ' percent ')
    .replace(/\b(k|t|m|mio\.?)\s?(£|€|\$|gbp|eur|usd|chf)(?![a-z])|\bmio\b/g, ' ')
    .replace(/(£|€|\$|\bgbp|\beur|\busd)\s?(m|mn|million|millions|k|bn|billion|000)?(?![a-z])/g, ' ')
    .replace(/\b(fy\s?)?(19|20)\d\d(\s?[-/–]\s?(\d\d){1,2})?\b|\bfy\s?\d\d(\s?[-/]\s?\d\d)?\b|\b\d\d\/\d\d\b/g, ' year ')
  // A heading that is a year and nothing else names a period, not a field.
  if (!/\p{L}/u.test(text.replace(/ year /g, ' '))) return new Set()
  const words = (text.match(/[\p{L}#]+/gu) ?? []).map(canonical)
  const telling = words.filter((word) => !filler.has(word))
  return new Set(telling.length > 0 ? telling : words)
}

/** Whether a heading announces prose about a subject, not the subject itself. */
export const isCommentary = (words: ReadonlySet<string>): boolean => words.has('comment')

/**
 * Whether a heading speaks of something else than the phrase, though it has its words: the variance of a schedule is none of a budget,
 * and that of a whole cost is none of a year unless it says so.
 */
export const turnsAside = (heading: ReadonlySet<string>, phrase: ReadonlySet<string>): boolean =>
  [...heading].some((word) => !phrase.has(word) && (turning.has(word) || (phrase.has('variance') && !heading.has('year') && varying.has(word))))

const varying = new Set(['cost', 'life', 'whole', 'benefits', 'duration'])

const turning = new Set(['schedule', 'actual', 'variance', 'change', 'changes', 'delta', 'remaining'])

/** The end of a range that a heading is about: 'Whole life cost (upper)' → high. */
export function boundOf(heading: string): 'low' | 'high' | undefined {
  const text = heading.replace(/_/g, ' ')
  const low = /\b(low|lower|min|minimum)\b/i.test(text)
  const high = /\b(high|higher|upper|max|maximum)\b/i.test(text)
  return low === high ? undefined : low ? 'low' : 'high'
}

/** The heading without what is in brackets or on further lines: definitions and notes that would drown it. */
export function shortHeading(heading: string): string {
  const [line = ''] = heading.trim().split(/\r?\n/)
  const bare = line.replace(/\([^)]*\)?/g, ' ').trim()
  return bare || heading
}

/** How well a set of words says a phrase: 1 for the same words; less where words are missing, or others stand beside them. */
export function similarity(heading: ReadonlySet<string>, phrase: ReadonlySet<string>): number {
  let found = 0
  for (const word of phrase) if (heading.has(word) || closeWord(word, heading)) found++
  if (found === 0) return 0
  const cover = found / phrase.size
  const focus = found / heading.size
  return cover * cover * (phrase.size === 1 ? 0.1 + 0.9 * focus : 0.55 + 0.45 * focus)
}

/** A long word with one letter wrong counts as the word. */
function closeWord(word: string, words: ReadonlySet<string>): boolean {
  return word.length >= 6 && [...words].some((other) => Math.abs(other.length - word.length) <= 1 && withinOneEdit(word, other))
}

function withinOneEdit(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return Math.max(a.length, b.length) - start - end <= 1
}

const filler = new Set(
  ('a an and any as at by for from if in into is it its of on or per than the this to was where with necessary more latest approved total ' +
    'departmental including incl ncg government non project programme low lower minimum high higher upper maximum range unique proj overall current ipa mpa nista gmpp hmt fixed point').split(' '),
)

const synonyms: Readonly<Record<string, string>> = {
  narrative: 'comment', commentary: 'comment', comments: 'comment', remark: 'comment', remarks: 'comment', explanation: 'comment', note: 'comment', notes: 'comment',
  projects: 'project', program: 'programme', programs: 'programme', programmes: 'programme',
  costs: 'cost', budgeted: 'budget', baselined: 'baseline', benefit: 'benefits', yearly: 'year', annual: 'year', financial: 'year', fiscal: 'year', fy: 'year',
  lifecycle: 'life', lifetime: 'life', dept: 'department', organization: 'organisation', no: 'number', nr: 'number', num: 'number', '#': 'number',
  color: 'colour', risks: 'risk', labels: 'tags', label: 'tags', tag: 'tags', owners: 'owner', monetized: 'monetised', aim: 'aims', started: 'start', ended: 'end',
  finished: 'finish', completed: 'completion', dates: 'date', ref: 'reference',
}
const canonical = (word: string): string => synonyms[word] ?? word
