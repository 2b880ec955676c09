import { governanceRoutes } from '@throughline/contract/governance'
import type { DrawnAct, Writers } from './kinds.ts'

/** Role charters: written down and changed by the editor, signed, renewed and ended by the owner. */
export const charterActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const standing = async () => (await owner.read(governanceRoutes.readCharters, {})).charters.find(({ ended }) => ended === null)
  const sign = async () => {
    const charter = await standing()
    return charter && owner.call(governanceRoutes.signCharter, { params: { id: charter.id }, body: { version: charter.version, expiresOn: inTwoYears(), words: word(), findings: (charter.editions[0]?.criteria ?? []).map((criterion) => ({ criterion, met: true, evidence: word() })) } })
  }
  return {
    'write a charter': () => editor.call(governanceRoutes.addCharter, { body: { body: crypto.randomUUID(), role: 'directive', purpose: word(), inside: [word()], outside: [], criteria: ['It is used'], rows: [{ subject: crypto.randomUUID(), decides: true, unitId: null, parts: [{ party: 'PMO', letter: 'AR' }, { party: 'Sponsor', letter: 'C' }] }] } }),
    'change a charter': async () => {
      const charter = await standing()
      return charter && editor.call(governanceRoutes.changeCharter, { params: { id: charter.id }, body: { version: charter.version, purpose: crypto.randomUUID() } })
    },
    'sign a charter': sign,
    'renew a charter': sign,
    'end a charter': async () => {
      const charter = await standing()
      return charter && owner.call(governanceRoutes.endCharter, { params: { id: charter.id }, body: { version: charter.version, reason: word() } })
    },
  }
}

/** A charter is signed for five years at most. */
const inTwoYears = (): string => new Date(Date.now() + 2 * 365 * 86_400_000).toISOString().slice(0, 10)
