// `npm run where -- <kind> [room] [name]`: the files to touch for a new thing.
import { answer, ways } from './where/places.ts'

const [kind = '', room, name] = process.argv.slice(2)
const text = answer(kind, room, name)
if (text === undefined) {
  console.error(`Usage: npm run where -- <kind> [room] [name]. Kinds: ${ways.map((way) => `${way.kind} (${way.what})`).join(', ')}.`)
  process.exitCode = 2
} else console.log(text)
