import type { EvidenceFault } from '@throughline/contract/governance'

/** What is wrong, said so that somebody can act on it. */
export function faultWords({ fault, table, key, seq }: Pick<EvidenceFault, 'fault' | 'table' | 'key' | 'seq'>): string {
  const row = `${(table ?? 'row').replaceAll('_', ' ')}${key === null ? '' : ` ${key}`}`
  switch (fault) {
    case 'changed': return `${row} is not as the last act left it`
    case 'removed': return `${row} is gone, and no act removed it`
    case 'inserted': return `${row} is there, and no act wrote it`
    case 'link_changed': return `Act ${seq} was changed in the chain`
    case 'marks_changed': return `What act ${seq} wrote was changed in the chain`
    case 'link_missing': return `What stood before act ${seq} was taken out of the chain or exchanged`
    case 'tail_missing': return `The latest acts were taken off the chain: it was to end with act ${seq}`
    case 'act_without_revision': return `Act ${seq} left no revision`
    case 'unlinked': return `${row} was written outside of any act`
    case 'head_differs': return `Act ${seq} is another than the one in the head that was kept`
    case 'head_missing': return `Act ${seq} of the head that was kept is not there any more`
  }
}

export const evidenceWords = {
  title: 'Evidence', note: 'Whether everything here is as it was written through Throughline',
  check: 'Check everything', checking: 'Checking', save: 'Save the head', compare: 'Check against a head', dropHead: 'Drop a head here', headHint: 'A .json file that was saved from here before', headOdd: 'This file is not a head of a chain.',
  about: 'Each act is a link of one chain: it holds the digests of all rows that the act wrote, and the hash of the act before it. A check reads every row and every act again and names what was changed, removed or brought in behind the server’s back.',
  aboutHead: 'Keep the head somewhere else. As long as a later check finds it in the chain, nothing that was done until then has been rewritten, not even by somebody who may do everything on the database.',
  seals: 'Seals', sealNow: 'Seal now', checkSeals: 'Check seals', noSeals: 'Nothing was sealed yet', noSealsWhy: 'Seal a plan or a board pack: what it says then can be shown for ever, and an alarm tells where it cannot.',
  aboutSeals: 'A sealed document is made again from what is kept whenever it is asked for. Where it is not the same byte for byte, every administrator is told.',
  allHold: 'Every seal reads as it was sealed', broken: 'Does not read the same any more', restated: 'Stated again, a person was erased',
  kinds: { plan: 'Plan of record', board_pack: 'Board pack', publication: 'Position', value_period: 'Value period' },
} as const
