import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { entryOf } from '../packages/server/src/people/index.ts'
import { root } from './host/places.mjs'

// Makes the list of known passwords anew: `node tools/known-passwords.ts <a file with one password a line>`.
// Shorter ones than the server accepts are left out.

const leastLength = 12
const [, , list] = process.argv
if (!list) throw new Error('Found no list; expected a file with one password a line, such as the million most common ones of SecLists')
const long = readFileSync(list, 'utf8').split(/\r?\n/).filter((password) => [...password].length >= leastLength)
const entries = [...new Set(long.map((password) => entryOf(password).toString('hex')))].sort()
const file = join(root, 'packages/server/src/people/passwords/known-passwords.bin')
writeFileSync(file, Buffer.from(entries.join(''), 'hex'))
console.log(`${entries.length} passwords of ${long.length} lines, ${entries.length * 5} bytes, in ${file}`)
