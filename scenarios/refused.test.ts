import { describe, expect, it } from 'vitest'
import { problems } from '@throughline/contract/rooms'
import { readScenarios } from '@throughline/testkit/scenario'

/** Codes that no request can provoke, with the reason and where they are tried instead. */
const notProvokable: Readonly<Record<string, string>> = {
  overloaded: 'Only many at once bring it about. packages/server/src/http/overload.test.ts does.',
  storage_full: 'Needs a disk without room. packages/server/src/database/embedded/disk-full.store.test.ts has a small one.',
  outcome_unknown: 'The connection must be lost between a commit and its answer, which no request can time. A commit made to lose it shows it in packages/server/src/database/outcome.store.test.ts.',
  act_under_way: 'Only the same act twice at once brings it about, and only where it takes five seconds. packages/server/src/http/once/once.store.test.ts holds one up.',
  adoption_unnamed: 'A benefit that needs people to change is one that names them. scenarios/ledger/people-have-to-change.md shows it where the two are apart.',
  fault: 'A mistake of ours: nothing that a user can send makes one that we know of. A route made to fail shows it in packages/server/src/http/app.store.test.ts.',
}

const refused = new Map(readScenarios(import.meta.dirname).filter(({ path }) => path.startsWith('refused/')).map((scenario) => [scenario.path.slice('refused/'.length), scenario]))

describe('every refusal of the contract', () => {
  it('has its scenario, and every scenario of a refusal has its code', () => {
    expect([...refused.keys(), ...Object.keys(notProvokable)].sort()).toEqual(Object.keys(problems).sort())
  })

  it.each([...refused])('%s is told with its code, its status and its words', (code, { parts }) => {
    const expected = parts.filter(({ kind }) => kind === 'then').flatMap(({ steps }) => steps.map(({ text }) => text))
    expect(expected).toContain(`it is refused as \`${code}\` with the status ${problems[code]?.status}`)
    expect(expected.filter((text) => text.startsWith('the refusal says '))).not.toEqual([])
  })
})
