import type { Calculated } from './facts.ts'

/**
 * The text whose hash is the identity of a definition: canonical calculation, unit, direction and aggregation, one on each line. Undefined
 * where the calculation has no word, for then nobody said what is counted. Name, meaning, frequency, owner, targets and bands are not in it.
 */
export function definitionText({ calculation, unit, direction, aggregation }: Calculated): string | undefined {
  const canonical = canonicalCalculation(calculation)
  return canonical === '' ? undefined : [canonical, unit, direction, aggregation].join('\n')
}

/**
 * A calculation in words, in the one form that all ways of writing it have: without capitals, stops and repeated spaces, and with the names of
 * a sum or a product in order. “Calls answered ÷ Calls” and “calls  answered / calls” are one; “calls ÷ calls answered” is another.
 * Operators are + − × ÷, and * and, between spaces, - and /. What is no expression, such as open brackets, is taken as words.
 */
export function canonicalCalculation(calculation: string): string {
  const tokens = tokensOf(calculation)
  const read = readSum(tokens, 0)
  return read?.end === tokens.length ? written(read.value) : plain(calculation)
}

/** Names and sums that are multiplied, and those that divide. */
type Product = { readonly over: readonly string[]; readonly under: readonly string[] }
type Read = { readonly value: Product; readonly end: number } | undefined

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}%]+/gu, ' ').trim()
const operators = new Set(['+', '−', '×', '÷', '(', ')'])

function tokensOf(calculation: string): readonly string[] {
  const marked = calculation.normalize('NFKC').replaceAll(/\s[-–]\s/gu, '−').replaceAll(/\s\/\s/gu, '÷').replaceAll('*', '×')
  return marked.split(/([+−×÷()])/u).map((part) => (operators.has(part) ? part : plain(part))).filter((part) => part !== '')
}

/** What is added and what is taken away, each sorted; a single term stays the product that it is. */
function readSum(tokens: readonly string[], from: number): Read {
  const first = readProduct(tokens, from)
  if (!first) return undefined
  const [added, taken] = [[written(first.value)], [] as string[]]
  let end = first.end
  for (let sign = tokens[end]; sign === '+' || sign === '−'; sign = tokens[end]) {
    const next = readProduct(tokens, end + 1)
    if (!next) return undefined
    ;(sign === '+' ? added : taken).push(written(next.value))
    end = next.end
  }
  if (added.length + taken.length === 1) return { value: first.value, end }
  return { value: { over: [`(${[added.sort().join('+'), ...taken.sort()].join('−')})`], under: [] }, end }
}

function readProduct(tokens: readonly string[], from: number): Read {
  const first = readName(tokens, from)
  if (!first) return undefined
  let { value, end } = first
  for (let sign = tokens[end]; sign === '×' || sign === '÷'; sign = tokens[end]) {
    const next = readName(tokens, end + 1)
    if (!next) return undefined
    const { over, under } = next.value
    value = sign === '×' ? { over: [...value.over, ...over], under: [...value.under, ...under] } : { over: [...value.over, ...under], under: [...value.under, ...over] }
    end = next.end
  }
  return { value, end }
}

/** Words, or a sum in brackets; words beside a bracket are neither. */
function readName(tokens: readonly string[], at: number): Read {
  const token = tokens[at]
  if (token === '(') {
    const inner = readSum(tokens, at + 1)
    return inner && tokens[inner.end] === ')' ? { value: inner.value, end: inner.end + 1 } : undefined
  }
  return token === undefined || operators.has(token) ? undefined : { value: { over: [token], under: [] }, end: at + 1 }
}

const written = ({ over, under }: Product): string => [[...over].sort().join('×'), ...[...under].sort()].join('÷')
