import { describe, expect, it } from 'vitest'
import { parseScenario } from './parse.ts'

const written = (...lines: readonly string[]) => parseScenario('some/place', lines.join('\n'))
const head = ['# Title', '', 'Why it matters,', 'in two lines.', '']

describe('a scenario', () => {
  it('has a title, a story and parts of sentences with their tables', () => {
    expect(written(...head, '## Given', '- two things', '', '| name | cost |', '|---|--:|', '| A | 6 m |', '| B \\| C | |', '## When', '- it is done', '## Then', '- it holds')).toEqual({
      path: 'some/place', title: 'Title', story: 'Why it matters, in two lines.',
      parts: [
        { kind: 'given', steps: [{ text: 'two things', line: 7, table: [{ name: 'A', cost: '6 m' }, { name: 'B | C', cost: '' }] }] },
        { kind: 'when', steps: [{ text: 'it is done', line: 14, table: undefined }] },
        { kind: 'then', steps: [{ text: 'it holds', line: 16, table: undefined }] },
      ],
    })
  })

  it('may go on: When and Then in turns', () => {
    expect(written(...head, '## When', '- a', '## Then', '- b', '## When', '- c', '## Then', '- d').parts.map(({ kind }) => kind)).toEqual(['when', 'then', 'when', 'then'])
  })

  it.each([
    ['no title', ['Story', '## Then', '- b'], 'some/place:1: found no title'],
    ['no story', ['# Title', '## Then', '- b'], 'some/place:1: found no story'],
    ['another heading', [...head, '## Wenn', '- a'], 'some/place:6: found "## Wenn"; expected ## Given, ## When, ## Then'],
    ['a line that is no sentence', [...head, '## When', '* a'], 'some/place:7: found "* a"; expected a sentence'],
    ['a table that belongs to nothing', [...head, '## When', '| a |'], 'some/place:7: found "| a |"'],
    ['a table without its line of dashes', [...head, '## When', '- a', '| a |', '| b |'], 'some/place:8: found a table without a line of dashes'],
    ['a row with a cell too few', [...head, '## When', '- a', '| a | b |', '|---|---|', '| 1 |'], 'some/place:10: found 1 cells; expected 2'],
    ['an empty part', [...head, '## When', '## Then', '- a'], 'some/place:6: found no sentence in this part'],
    ['Given after When', [...head, '## When', '- a', '## Given', '- b', '## Then', '- c'], 'some/place:8: found given after when'],
    ['Then at the beginning', [...head, '## Then', '- a'], 'some/place:6: found then after nothing'],
    ['nothing that must follow', [...head, '## When', '- a'], 'some/place:7: found no Then at the end'],
  ])('with %s is refused with its place', (_, lines, words) => expect(() => written(...lines)).toThrow(words))
})
