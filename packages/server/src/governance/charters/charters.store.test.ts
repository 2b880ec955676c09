import { expect, it } from 'vitest'
import { governanceRoutes, type CharterText } from '@throughline/contract/governance'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('role charters', (t) => {
  const app = testApp(t)
  const far = new Date(Date.now() + 400 * 86_400_000).toISOString().slice(0, 10)

  it('are signed by who decides, renewed where it is founded, kept as they were signed, and ended', async () => {
    const { owner, editor, viewer } = app
    const text: CharterText = { body: 'Central PMO', role: 'directive', purpose: 'One line of sight', inside: ['Gates'], outside: [], criteria: ['It is used'], rows: [{ subject: 'Gate decisions', decides: true, unitId: null, parts: [{ party: 'PMO', letter: 'AR' }] }] }
    const [draft] = (await editor.read(governanceRoutes.addCharter, { body: text })).charters
    expect([draft?.state, draft?.faults]).toEqual(['draft', []])
    const params = { id: draft?.id ?? '' }
    const standing = async () => (await viewer.read(governanceRoutes.readCharters, {})).charters.find(({ id }) => id === params.id)
    expect(await editor.refused(governanceRoutes.signCharter, { params, body: { version: 1, expiresOn: far, words: 'Mine' } })).toMatchObject({ code: 'role_insufficient' })
    expect(await owner.refused(governanceRoutes.signCharter, { params, body: { version: 1, expiresOn: '2299-01-01', words: 'For ever' } })).toMatchObject({ code: 'term_unsound' })
    await owner.read(governanceRoutes.signCharter, { params, body: { version: 1, expiresOn: far, words: 'A year to show it' } })
    await editor.read(governanceRoutes.changeCharter, { params, body: { version: 2, purpose: 'Another' } })
    expect(await standing()).toMatchObject({ state: 'changed', text: { purpose: 'Another' }, editions: [{ no: 1, purpose: 'One line of sight', by: owner.actor.name, expiresOn: far }] })
    expect(await owner.refused(governanceRoutes.signCharter, { params, body: { version: 2, expiresOn: far, words: 'Again' } })).toMatchObject({ code: 'version_moved' })
    expect(await owner.refused(governanceRoutes.signCharter, { params, body: { version: 3, expiresOn: far, words: 'Again', findings: [{ criterion: 'It is used', met: true, evidence: ' ' }] } })).toMatchObject({ code: 'renewal_unfounded' })
    await owner.read(governanceRoutes.signCharter, { params, body: { version: 3, expiresOn: far, words: 'Again', findings: [{ criterion: 'It is used', met: true, evidence: 'Forty requests' }] } })
    expect(await standing()).toMatchObject({ state: 'signed', editions: [{ no: 2, findings: [{ evidence: 'Forty requests' }] }, { no: 1 }] })
    await owner.read(governanceRoutes.endCharter, { params, body: { version: 4, reason: 'Merged' } })
    expect(await standing()).toMatchObject({ state: 'ended', ended: { words: 'Merged' } })
    const { entries } = await owner.read(governanceRoutes.readActivity, { query: { room: 'governance', kind: 'charter', id: params.id } })
    expect(entries.map(({ act }) => act)).toEqual(['governance.end-charter', 'governance.sign-charter', 'governance.change-charter', 'governance.sign-charter', 'governance.add-charter'])
  })
})
