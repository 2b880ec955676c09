import { expect, it } from 'vitest'
import { governanceRoutes } from '@throughline/contract/governance'
import { strategyRoutes, type StrategyIntake } from '@throughline/contract/strategy'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('the intake of the strategy', (t) => {
  const app = testApp(t)
  const text = 'Written by Ada Roads.\r\nNobody shall die on our roads.'
  const quote = 'Nobody shall die on our roads.'
  const reading = ({ items }: StrategyIntake, name: string) => items.find(({ statement }) => statement === name)

  it('keeps text and citations as they were, confirms a reading of the draft that is adopted, and finds a passage again where a name was erased', async () => {
    const { owner, editor, viewer } = app
    const ada = await app.member('editor', 'Ada Roads')
    const { perspectives } = await editor.read(strategyRoutes.readStrategy, {})
    await editor.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives[0]?.id ?? '', statement: 'Open books', weight: 1 } })
    const [source] = (await editor.read(strategyRoutes.recordSource, { body: { title: 'Plan', issuedOn: '2026-01-05', text } })).sources
    expect(source).toMatchObject({ characters: 52, passages: 0, cited: { metric: { value: 0 } } })
    expect(await viewer.refused(strategyRoutes.recordSource, { body: { title: 'Mine', issuedOn: '2026-01-05', text } })).toMatchObject({ code: 'role_insufficient' })
    expect(await editor.refused(strategyRoutes.recordSource, { body: { title: ' PLAN', issuedOn: '2026-01-05', text } })).toMatchObject({ code: 'name_taken' })

    // An objective that only the draft says, cited and confirmed before it is in force.
    await editor.read(strategyRoutes.startDraft, { body: { title: 'Next', reason: 'The world changed', signalOn: '2026-01-05' } })
    const draft = (await editor.read(strategyRoutes.listVersions, {}))[0]
    await editor.read(strategyRoutes.changeDraft, { params: { id: draft?.id ?? '' }, body: { version: draft?.version ?? 0, addObjectives: [{ key: 'SR', perspectiveId: perspectives[0]?.id ?? '', statement: 'Safe roads', weight: 0 }], mappings: [{ kind: 'added', key: 'SR', weight: [] }] } })
    const safe = reading(await viewer.read(strategyRoutes.readIntake, {}), 'Safe roads')
    expect(safe).toMatchObject({ of: 'draft', standing: 'uncited', mayConfirm: false, whyNotConfirm: null })
    const sourceId = source?.id ?? ''
    const body = { objectiveId: safe?.objectiveId ?? '', sourceId, from: 22, to: 52, quote }
    expect(await ada.refused(strategyRoutes.citePassage, { body: { ...body, from: 23, to: 53 } })).toMatchObject({ code: 'passage_unsound' })
    await ada.read(strategyRoutes.citePassage, { body })
    const before = (await t.owner.selectFrom('act_clock').select('last').where('org_id', '=', owner.actor.orgId).executeTakeFirstOrThrow()).last
    const cited = reading(await owner.read(strategyRoutes.readIntake, {}), 'Safe roads')
    expect(cited).toMatchObject({ standing: 'cited', mayConfirm: true, passages: [{ quote, citedBy: 'Ada Roads' }] })
    expect(await editor.refused(strategyRoutes.reviewReading, { body: { objectiveId: body.objectiveId, of: 'draft', seen: cited?.seen ?? '', verdict: 'confirmed' } })).toMatchObject({ code: 'role_insufficient' })
    await owner.read(strategyRoutes.reviewReading, { body: { objectiveId: body.objectiveId, of: 'draft', seen: cited?.seen ?? '', verdict: 'confirmed' } })
    // What is unclear is answered with the passage that shows it; who asked is told, and it is clear once it is confirmed anew.
    const asked = await owner.read(strategyRoutes.reviewReading, { body: { objectiveId: body.objectiveId, of: 'draft', seen: cited?.seen ?? '', verdict: 'questioned', point: 'On which roads?' } })
    const [params, passageId] = [{ id: asked.unclear[0]?.id ?? '' }, cited?.passages[0]?.id ?? '']
    expect(await viewer.refused(strategyRoutes.answerPoint, { params, body: { words: 'On ours' } })).toMatchObject({ code: 'role_insufficient' })
    expect(await editor.refused(strategyRoutes.answerPoint, { params, body: { words: 'On ours', passageId: sourceId } })).toMatchObject({ code: 'not_found' })
    expect((await ada.read(strategyRoutes.answerPoint, { params, body: { words: 'On ours', passageId } })).unclear).toMatchObject([{ point: 'On which roads?', answers: [{ words: 'On ours', by: 'Ada Roads', passage: { quote, source: 'Plan' } }] }])
    expect((await owner.read(governanceRoutes.listNotifications, { query: {} })).notifications).toMatchObject([{ reason: 'question_answered', by: 'Ada Roads', words: 'On ours' }])
    const clear = await owner.read(strategyRoutes.reviewReading, { body: { objectiveId: body.objectiveId, of: 'draft', seen: cited?.seen ?? '', verdict: 'confirmed' } })
    expect([clear.unclear, clear.settled]).toMatchObject([[], [{ point: 'On which roads?', answers: [{ words: 'On ours' }] }]])
    const opened = (await owner.read(strategyRoutes.listVersions, {}))[0]
    await editor.read(strategyRoutes.sendDraft, { params: { id: opened?.id ?? '' }, body: { version: opened?.version ?? 0 } })
    const { seen } = await owner.read(strategyRoutes.previewAdoption, { params: { id: opened?.id ?? '' } })
    await owner.read(strategyRoutes.approveDraft, { params: { id: opened?.id ?? '' }, body: { version: (opened?.version ?? 0) + 1, seen, rationale: 'As advised' } })
    const adopted = await viewer.read(strategyRoutes.readIntake, {})
    expect(reading(adopted, 'Safe roads')).toMatchObject({ of: 'in_force', standing: 'confirmed', review: { by: owner.actor.name } })
    expect([adopted.draft, adopted.counts, adopted.cited.metric]).toEqual([null, { objectives: 2, uncited: 1, cited: 0, confirmed: 1, questioned: 0, changed: 0 }, { status: 'ok', value: 30 / 52 }])
    expect(reading(await viewer.read(strategyRoutes.readIntake, { query: { asOf: before } } as object), 'Safe roads')).toMatchObject({ of: 'draft', standing: 'cited' })

    await owner.read(governanceRoutes.erasePerson, { body: { accountId: ada.actor.accountId, name: 'Ada Roads' } })
    expect((await viewer.read(strategyRoutes.readIntake, {})).settled[0]?.answers[0]?.by).not.toContain('Ada')
    const kept = await viewer.read(strategyRoutes.readSource, { params: { id: sourceId } })
    expect(kept.text).not.toContain('Ada')
    const [mark] = kept.marks
    expect(kept.text.slice(mark?.place?.from, mark?.place?.to)).toBe(quote)
  })
})
