import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type FrameworkElement } from '@throughline/contract/governance'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { withOrg } from '../../database/index.ts'
import { readChecks } from './store.ts'

onEachDatabase('conformance', (t) => {
  const start = Date.parse('2026-03-01T23:58:00Z')
  let clock = start
  const app = testApp(t, { now: () => new Date(clock++) })
  const gate = (key: string, neededFrom: FrameworkElement['neededFrom']): FrameworkElement => ({ key, kind: 'gate', name: key, says: '', link: '', lifecycle: 'Predictive', neededFrom, serviceId: null })

  it('a day keeps the edition, the deviations and the result that it had, whatever happens later, and a check that was made stands', async () => {
    const { owner, editor, viewer } = app
    const framework = (await editor.read(governanceRoutes.addFramework, { body: { name: 'Delivery', about: '', elements: [gate('G1', 'approved')] } })).frameworks[0]
    const at = { params: { id: framework?.id ?? '' } }
    await editor.read(governanceRoutes.publishFramework, { ...at, body: { version: 1, effectiveOn: '2026-03-01', reason: 'First' } })
    const bridge = await editor.read(demandRoutes.createInitiative, { body: { name: 'Bridge', state: 'active' } })
    const of = { params: { id: bridge.id } }
    const { adoptions } = await editor.read(governanceRoutes.adoptFramework, { ...of, body: { frameworkId: at.params.id, lifecycle: 'Predictive', reason: 'It fits', after: null } })
    const byDay = async () => (await viewer.read(governanceRoutes.readInitiativeConformance, { ...of, query: { on: '2026-03-01' } })).elements.map(({ element, outcome }) => [element.key, outcome])
    expect(await byDay()).toEqual([['G1', 'missing']])
    const checked = await owner.read(governanceRoutes.checkConformance, { body: { on: '2026-03-01', seed: 1, lowShare: 1, reason: 'The quarter' } })
    expect(checked.checks).toMatchObject([{ full: 1, low: 0, findings: [{ key: 'G1', outcome: 'missing' }] }])

    clock = start + 180_000
    expect(await editor.refused(governanceRoutes.askDeviation, { ...of, body: { key: 'G1', reason: 'A pilot', until: '2026-03-01' } })).toMatchObject({ code: 'term_unsound' })
    const asked = (await editor.read(governanceRoutes.askDeviation, { ...of, body: { key: 'G1', reason: 'A pilot' } })).deviations[0]
    expect([asked?.mayAnswer, (await owner.read(governanceRoutes.readConformance, {})).waiting[0]?.mayAnswer]).toEqual([false, true])
    const answered = await owner.read(governanceRoutes.answerDeviation, { params: { id: asked?.id ?? '' }, body: { version: 1, approve: true, words: '' } })
    expect(answered).toMatchObject({ counts: { deviation: 1, missing: 0 }, share: { metric: { status: 'undefined', reason: 'NOT_DUE' } } })
    await editor.read(governanceRoutes.changeFramework, { ...at, body: { version: 2, elements: [gate('G1', 'approved'), gate('G2', 'active')] } })
    await editor.read(governanceRoutes.publishFramework, { ...at, body: { version: 3, effectiveOn: '2026-03-02', reason: 'Second' } })
    const moved = await owner.read(governanceRoutes.migrateInitiatives, { ...at, body: { edition: 2, adoptionIds: [adoptions[0]?.id ?? ''], reason: 'Time to move' } })
    expect((await viewer.read(governanceRoutes.readInitiativeConformance, of)).elements.map(({ outcome }) => outcome)).toEqual(['deviation', 'missing'])
    expect(await byDay()).toEqual([['G1', 'missing']])
    expect((await viewer.read(governanceRoutes.readConformance, {})).checks).toEqual(checked.checks)
    const actor = { orgId: viewer.actor.orgId, accountId: viewer.actor.accountId }
    expect((await withOrg(t.db, actor, (tx) => readChecks(tx, 1, 0)))[0]?.found).toMatchObject({ counts: { missing: 1 }, findings: [] })
    expect(await viewer.refused(governanceRoutes.readInitiativeConformance, { ...of, query: { on: '2026-02-28' } })).toMatchObject({ code: 'framework_unfollowed' })
    // What was done is never answered with a refusal, whatever day is asked about.
    const shown = await editor.read(governanceRoutes.addConformanceEvidence, { ...of, query: { on: '2026-02-28' }, body: { key: 'G2', kind: 'event', on: '2026-03-02', words: 'Minutes', link: '' } })
    expect(shown.elements.map(({ outcome }) => outcome)).toEqual(['deviation', 'kept'])

    // Another framework has elements of its own, even by the same codes.
    const other = (await editor.read(governanceRoutes.addFramework, { body: { name: 'Works', about: '', elements: [gate('G1', 'approved'), gate('G2', 'active')] } })).frameworks.find(({ text }) => text.name === 'Works')
    await editor.read(governanceRoutes.publishFramework, { params: { id: other?.id ?? '' }, body: { version: 1, effectiveOn: '2026-03-02', reason: 'First' } })
    await editor.read(governanceRoutes.adoptFramework, { ...of, body: { frameworkId: other?.id ?? '', lifecycle: 'Predictive', reason: 'It is built now', after: moved.adoptions[0]?.id ?? '' } })
    const anew = await viewer.read(governanceRoutes.readInitiativeConformance, of)
    expect([anew.elements.map(({ outcome }) => outcome), anew.evidence, anew.deviations]).toEqual([['missing', 'missing'], [], []])

    // Nobody answers for an initiative that was removed.
    const late = (await editor.read(governanceRoutes.askDeviation, { ...of, body: { key: 'G1', reason: 'Another pilot' } })).deviations[0]
    await editor.call(demandRoutes.removeInitiative, { ...of, query: {} })
    expect(await owner.refused(governanceRoutes.answerDeviation, { params: { id: late?.id ?? '' }, body: { version: 1, approve: true, words: '' } })).toMatchObject({ code: 'not_found' })
  })
})
