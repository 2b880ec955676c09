import { root } from '../host/places.mjs'
import { breachLine } from './rule.ts'
import { rules } from './rules.ts'
import { readTree } from './tree.ts'

// Prints `ok` or `not ok` for each house rule, and one line for each place that breaks it.
const tree = readTree(root)
for (const rule of rules) {
  const breaches = rule.check(tree)
  console.log(`${breaches.length === 0 ? 'ok' : 'not ok'} ${rule.name}: ${rule.says}`)
  for (const breach of breaches) console.log(`  ${breachLine(rule, breach)}`)
  if (breaches.length > 0) process.exitCode = 1
}
