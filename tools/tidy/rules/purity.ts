import { findPatterns } from '../pattern.ts'
import type { Rule } from '../rule.ts'
import { isTest } from '../tree.ts'

const clock = '`today` as an argument'
const impure = [
  [/\bDate\.now\b/, clock],
  [/\bnew Date\b/, clock],
  [/\bTemporal\.Now\b/, clock],
  [/\bperformance\.now\b/, clock],
  [/\bMath\.random\b/, 'a `Random` made from a seed'],
  [/\bcrypto\b/, 'an id or seed as an argument'],
  [/\bIntl\b|\.toLocale\w*/, 'figures without a locale; words and formats belong to the web and the command line'],
  [/\blocaleCompare\b/, 'a comparison by code units, the same on every machine'],
  [/\b(process|globalThis|window|document|navigator|localStorage)\s*[.[]/, 'arguments only'],
  [/\bfetch\s*\(|\bsetTimeout\s*\(|\bsetInterval\s*\(/, 'arguments only'],
  [/\bconsole\s*\./, 'a returned value'],
] as const
/** Their last bit differs between engines, so that a selection could differ between server and browser. */
const inexact = [
  [/\bMath\.(exp|expm1|log|log2|log10|log1p|pow|sin|cos|tan|sinh|cosh|tanh|cbrt|hypot)\b/, '+ − × ÷, sqrt or a table: the same bits on every machine'],
  [/(?<!\b2 )\*\*/, 'powers of 2 only; other powers by multiplication'],
] as const

/** The engine has no clock, chance, locale, network or file; `solve` also keeps to exact arithmetic. */
export const purityRule: Rule = {
  name: 'purity',
  says: 'the engine has no clock, chance, locale, network or file',
  check: (tree) =>
    tree.sources
      .filter((file) => file.path.startsWith('packages/engine/src/') && !isTest(file.path))
      .flatMap((file) => findPatterns(file.path, file.bare, file.path.startsWith('packages/engine/src/solve/') ? [...impure, ...inexact] : impure)),
}
