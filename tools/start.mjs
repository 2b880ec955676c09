// `npm start`: from a fresh clone to the first page. Runs on the host's Node and brings everything else itself.
import { become } from './host/child.mjs'
import { ensureInstalled } from './host/install.mjs'
import { requireNode } from './host/node-version.mjs'
import { projectNode } from './host/own-node.mjs'
import { ensureWebBuilt } from './host/web-build.mjs'

requireNode()
ensureInstalled({ dev: false })
const node = projectNode()
ensureWebBuilt(node)
become(node, ['packages/server/src/main.ts', ...process.argv.slice(2)])
