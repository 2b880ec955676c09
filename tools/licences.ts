// Prints `ok` or `not ok` for the licences of everything installed, and one line for each that stands against it.
import { root } from './host/places.mjs'
import { allowed, exceptions } from './licences/allowed.ts'
import { declaredPackages } from './licences/installed.ts'
import { judge } from './licences/judge.ts'

const packages = declaredPackages(root)
const against = judge(packages, allowed, exceptions)
console.log(`${against.length === 0 ? 'ok' : 'not ok'} licences: ${packages.length} packages may be used, changed and sold with the product`)
for (const line of against) console.log(`  ${line}`)
if (against.length > 0) process.exitCode = 1
