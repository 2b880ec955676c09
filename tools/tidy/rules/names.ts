import type { Rule } from '../rule.ts'

const empty = /^(utils?|helpers?|common|core|managers?|data|info|misc|shared|projects?)$/

/** A file or folder is named for what it is about; words that fit anything say nothing. */
export const namesRule: Rule = {
  name: 'names',
  says: 'files and folders are named for what they are about',
  check: (tree) =>
    [...tree.paths]
      .filter((path) => /^(packages|tools|bench|scenarios|docs)\//.test(path))
      .flatMap((path) => {
        const word = path.split('/').flatMap((part) => part.replace(/\..*$/, '').toLowerCase().split('-')).find((part) => empty.test(part))
        return word === undefined ? [] : [{ path, line: 1, found: `the name "${word}"`, expected: 'a word for what it is about' }]
      }),
}
