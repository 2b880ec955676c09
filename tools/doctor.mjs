// `npm run doctor`: looks at this machine and says what would keep the product from running. Changes nothing.
import { findingLine } from './doctor/finding.mjs'
import { become } from './host/child.mjs'
import { tooOld } from './host/node-version.mjs'
import { findProjectNode } from './host/own-node.mjs'

const { node: version } = process.versions
console.log(findingLine({ ok: tooOld(version) === undefined, about: 'Node of this machine', found: version, advice: tooOld(version) }))

const own = findProjectNode()
const advice = 'Run `npm start`, which installs it; after an install with --ignore-scripts, `npm rebuild node`.'
console.log(findingLine({ ok: own !== undefined, about: 'Node of the project', found: own ?? 'not installed', advice }))

if (own === undefined) process.exitCode = 1
else become(own, ['tools/doctor/main.ts'])
