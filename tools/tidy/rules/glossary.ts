import { rooms } from '../house.ts'
import type { Rule } from '../rule.ts'
import { lineAt } from '../scan.ts'

const path = 'docs/glossary.md'

/** The glossary defines each of its terms once, in alphabetical order, and knows every room of the house. */
export const glossaryRule: Rule = {
  name: 'glossary',
  says: 'the glossary defines each term once and knows every room',
  check: (tree) => {
    const text = tree.files.find((file) => file.path === path)?.text
    if (text === undefined) return [{ path, line: 1, found: 'no glossary', expected: 'the words of the product with their meaning' }]
    const terms = [...text.matchAll(/^\*\*([^*\n]+)\*\*([^\n]*)$/gm)].map((match) => ({ term: match[1] ?? '', meaning: (match[2] ?? '').replace(/^[\s:.—-]+/, ''), line: lineAt(text, match.index) }))
    const breach = (line: number, found: string, expected: string) => ({ path, line, found, expected })
    const known = new Set(terms.map(({ term }) => term.toLowerCase()))
    return [
      ...terms.filter(({ meaning }) => meaning.length < 20).map(({ term, line }) => breach(line, `"${term}" without a meaning`, 'a sentence that says what it is')),
      ...terms.flatMap(({ term, line }, index) => {
        const before = terms[index - 1]?.term.toLowerCase()
        if (before === undefined || before < term.toLowerCase()) return []
        return [breach(line, `"${term}" after "${before}"`, 'each term once, in alphabetical order')]
      }),
      ...rooms.filter((room) => !known.has(room)).map((room) => breach(1, `no entry for the room ${room}`, 'an entry for every room')),
    ]
  },
}
