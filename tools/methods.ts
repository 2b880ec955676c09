// Writes the table of docs/methods/README.md from the titles of the pages: `node tools/methods.ts`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './host/places.mjs'

const folder = join(root, 'docs/methods')
const index = join(folder, 'README.md')
const [before = ''] = readFileSync(index, 'utf8').split('<!-- pages -->')

const rows = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .sort()
  .map((name) => {
    const title = /^# (.+)$/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1] ?? name
    const id = name.slice(0, -'.md'.length)
    return `| [${id}](${name}) | ${title.replace(id, '').replace(/^[\s:]+/, '')} |`
  })

writeFileSync(index, `${before}<!-- pages -->\n\n| formula | figure |\n|---|---|\n${rows.join('\n')}\n`)
