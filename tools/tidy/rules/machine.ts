import { findPatterns } from '../pattern.ts'
import type { Rule } from '../rule.ts'

const places = [
  [/(^|[\s"'`(=:])\/(root|Users|home\/\w+|mnt|media|workspace)\//, 'a path inside the repository, or none'],
  [/[A-Za-z]:\\Users\\/, 'a path inside the repository, or none'],
] as const
/** The lock file is written without download addresses, so that it serves any registry. */
const addresses = [[/"resolved": "https?:[^"]*"/, 'no download address (omit-lockfile-registry-resolved)']] as const

/** Nothing committed speaks of the machine it was written on. */
export const machineRule: Rule = {
  name: 'machine',
  says: 'no file mentions the machine it was written on',
  check: (tree) =>
    tree.files
      .filter((file) => !file.path.startsWith('tools/tidy/rules/machine'))
      .flatMap((file) => findPatterns(file.path, file.text, file.path === 'package-lock.json' ? addresses : places)),
}
