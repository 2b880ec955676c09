import { beforeAll, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type Subject } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes, type Scenario } from '@throughline/contract/portfolio'
import { onEachDatabase, testApp, type People, type Person } from '@throughline/testkit/database'
import { withOrg } from '../../database/index.ts'

onEachDatabase('of a scenario are told', (t) => {
  const app = testApp(t)
  let people: People
  let second: string
  const params = ({ id }: { readonly id: string }) => ({ params: { id } })
  const about = ({ id }: { readonly id: string }): Subject => ({ room: 'portfolio', kind: 'scenario', id })
  /** Everything that anybody of the organisation was told of a thing, oldest first: to whom, why, in which act, in which words. */
  const toldOf = async (id: string): Promise<readonly (readonly [string, string, string | null, string])[]> => {
    const members = await people.owner.read(peopleRoutes.listMembers, {})
    const all = await Promise.all(members.map((member) => withOrg(t.db, { ...people.owner.actor, accountId: member.id }, (tx) => tx.selectFrom('notification').selectAll().where('subject_id', '=', id).execute())))
    return all.flat().toSorted((a, b) => a.created_at.localeCompare(b.created_at) || a.account_id.localeCompare(b.account_id)).map((one) => [one.account_id, one.reason, one.act, one.words] as const)
  }
  const idOf = ({ actor }: Person) => actor.accountId
  const begin = async (name: string, by: Person, sharing: 'private' | 'everyone' = 'everyone'): Promise<Scenario> => {
    const initiative = await people.editor.read(demandRoutes.createInitiative, { body: { name, costMinor: '100', state: 'active' } })
    const begun = await by.read(portfolioRoutes.forkScenario, { body: { name, sharing } })
    return by.read(portfolioRoutes.changeOverlay, { ...params(begun), body: { version: begun.version, set: [{ kind: 'initiative', id: initiative.id, field: 'costMinor', value: '200' }] } })
  }
  const propose = (scenario: Scenario, by: Person, remark = '') => by.read(portfolioRoutes.proposeScenario, { ...params(scenario), body: { version: scenario.version, remark } })
  beforeAll(async () => {
    people = await app.secondOrganisation()
    second = (await people.owner.read(peopleRoutes.addMember, { body: { name: 'Otto Other', email: 'otto@example.org', role: 'owner', password: 'correct horse battery' } })).id
  })

  it('the owners who may decide, when it is proposed: not the proposer, and nobody of a refused proposal', async () => {
    const scenario = await begin('To decide', people.editor)
    expect(await people.editor.refused(portfolioRoutes.proposeScenario, { ...params(scenario), body: { version: scenario.version + 1 } })).toMatchObject({ code: 'version_moved' })
    expect(await toldOf(scenario.id)).toEqual([])
    await propose(scenario, people.editor, 'For the November board')
    const asked = ['proposal_to_decide', 'portfolio.propose-scenario', 'For the November board'] as const
    expect(await toldOf(scenario.id)).toEqual([[idOf(people.owner), ...asked], [second, ...asked]].toSorted(([a = ''], [b = '']) => a.localeCompare(b)))
    const [told] = (await people.owner.read(governanceRoutes.listNotifications, {})).notifications
    expect(told?.subject).toEqual({ ...about(scenario), name: 'To decide', place: `/portfolio/scenarios/${scenario.id}` })
    const byOwner = await begin('By an owner', people.owner)
    await propose(byOwner, people.owner)
    expect(await toldOf(byOwner.id)).toEqual([[second, 'proposal_to_decide', 'portfolio.propose-scenario', '']])
  })

  it('proposer and author, when it is rejected or approved: each once, and not who decides', async () => {
    const scenario = await begin('To reject', people.editor)
    const proposed = await propose(scenario, people.editor)
    expect(await people.owner.refused(portfolioRoutes.rejectScenario, { ...params(proposed), body: { version: proposed.version + 1, rationale: 'Late' } })).toMatchObject({ code: 'version_moved' })
    await people.owner.read(portfolioRoutes.rejectScenario, { ...params(proposed), body: { version: proposed.version, rationale: 'Too dear' } })
    const results = async (id: string) => (await toldOf(id)).filter(([, reason]) => reason === 'approval_result')
    expect(await results(scenario.id)).toEqual([[idOf(people.editor), 'approval_result', 'portfolio.reject-scenario', 'Too dear']])

    const own = await begin('To approve', people.owner)
    const offered = await propose(own, people.editor)
    const { seen } = await people.owner.read(portfolioRoutes.previewApproval, params(own))
    expect(await people.owner.refused(portfolioRoutes.approveScenario, { ...params(own), body: { version: offered.version, seen: 'something else', rationale: 'Agreed' } })).toMatchObject({ code: 'preview_outdated' })
    expect(await results(own.id)).toEqual([])
    const { decisionId } = await people.owner.read(portfolioRoutes.approveScenario, { ...params(own), body: { version: offered.version, seen, rationale: 'Agreed' } })
    // The author decided, and is not told of it; the proposer is.
    expect(await results(own.id)).toEqual([[idOf(people.editor), 'approval_result', 'portfolio.approve-scenario', 'Agreed']])

    const decision: Subject = { room: 'governance', kind: 'decision', id: decisionId ?? '' }
    await people.viewer.read(governanceRoutes.addComment, { body: { subject: decision, text: 'Why not earlier, @Eddie Editor?' } })
    const [told] = (await people.editor.read(governanceRoutes.listNotifications, {})).notifications
    expect(told).toMatchObject({ reason: 'mention', subject: { ...decision, name: 'Should “To approve” become the plan of record?', place: `/governance/decisions/${decision.id}` } })
    expect((await people.viewer.read(governanceRoutes.readActivity, { query: decision })).entries.map(({ act }) => act)).toEqual(['governance.add-comment', 'portfolio.approve-scenario'])
  })

  it('of what is said about a private one, those who may see it: nobody else reads it anywhere', async () => {
    const hidden = await begin('Hidden', people.editor, 'private')
    const shared = await people.editor.read(portfolioRoutes.shareScenario, { ...params(hidden), body: { version: hidden.version, sharing: 'people', people: [idOf(people.viewer)] } })
    const comment = await people.editor.read(governanceRoutes.addComment, { body: { subject: about(hidden), text: `Whisper, @Vera Viewer and @${people.owner.actor.name}` } })
    expect(comment.mentions).toHaveLength(2)
    expect((await toldOf(hidden.id)).map(([who, reason]) => [who, reason])).toEqual([[idOf(people.viewer), 'mention']])
    const readable = async (person: Person) => JSON.stringify([await person.read(governanceRoutes.listActivity, { query: { limit: 200 } }), await person.read(governanceRoutes.listRevisions, { query: { limit: 200 } })]).includes('Whisper')
    expect([await readable(people.editor), await readable(people.viewer), await readable(people.owner)]).toEqual([true, true, false])
    expect(await people.owner.refused(governanceRoutes.resolveThread, { params: { id: comment.id }, body: { version: 1, resolved: true } })).toMatchObject({ code: 'not_found' })
    await people.editor.read(portfolioRoutes.shareScenario, { ...params(hidden), body: { version: shared.version, sharing: 'everyone', people: [] } })
    expect(await readable(people.owner)).toBe(true)
  })
})
