import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { valueRoutes, type ValueBook } from '@throughline/contract/value'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

const minorOf = (book: ValueBook | undefined, key: string): string | undefined => {
  const metric = book?.steps.find((step) => step.key === key)?.metric
  return metric?.status === 'ok' ? metric.value.minor : metric?.status
}

onEachDatabase('value', (t) => {
  const app = testApp(t, { now: () => new Date('2026-11-21T12:00:00Z') })
  const initiative = async (name: string) => (await app.editor.read(demandRoutes.createInitiative, { body: { name, benefitsMinor: '10000', costMinor: '5000', endOn: '2026-01-01' } })).id
  const record = (initiativeId: string, kind: 'promised' | 'forecast' | 'realised', year: number, amountMinor: string, cashClass: 'na' | 'cash_releasing' = 'na') =>
    app.editor.call(valueRoutes.recordEntry, { body: { initiativeId, kind, year, amountMinor, cashClass, evidence: 'Finance report' } })

  it('has realised value undefined, not zero, until something is recorded, and closes before and after', async () => {
    const id = await initiative('Faster claims')
    const [before] = (await app.viewer.read(valueRoutes.readValue, {})).books
    expect([minorOf(before, 'forecast'), minorOf(before, 'realised'), before?.closes]).toEqual(['10000', 'undefined', true])
    expect((await record(id, 'realised', 2025, '700')).status).toBe(201)
    const [after] = (await app.viewer.read(valueRoutes.readValue, {})).books
    expect([minorOf(after, 'realised'), after?.closes]).toEqual(['700', true])
  })

  it('keeps cash-releasing benefits in a book of their own', async () => {
    const id = await initiative('Fewer offices')
    await record(id, 'promised', 2026, '300', 'cash_releasing')
    const { books } = await app.viewer.read(valueRoutes.readValue, {})
    expect(books.map(({ unit, closes }) => [unit.cashClass, closes])).toEqual([['na', true], ['cash_releasing', true]])
    expect(minorOf(books[1], 'promised')).toBe('300')
  })

  it('corrects by a reversal, once, and keeps both entries', async () => {
    const id = await initiative('Shorter calls')
    const entry = (await record(id, 'realised', 2025, '900')).body as { id: string }
    await app.editor.read(valueRoutes.reverseEntry, { params: { id: entry.id }, body: { reason: 'Counted twice' } })
    expect(await app.editor.refused(valueRoutes.reverseEntry, { params: { id: entry.id }, body: { reason: 'Again' } })).toMatchObject({ code: 'entry_reversed' })
    const entries = await app.viewer.read(valueRoutes.listEntries, { query: { initiativeId: id } })
    expect(entries.map(({ amount, reverses }) => [amount?.minor, reverses !== null])).toEqual([['-900', true], ['900', false]])
  })

  it('refuses realised value of a year that has not begun, and an initiative it does not know', async () => {
    const id = await initiative('Later')
    expect((await record(id, 'realised', 2027, '1')).body).toMatchObject({ code: 'year_in_future' })
    expect((await record('01890a5d-ac96-774b-bcce-b302099a8057', 'forecast', 2027, '1')).body).toMatchObject({ code: 'initiative_unknown' })
  })

  it('never changes an entry: the database itself refuses', async () => {
    await expect(t.db.updateTable('value_entry').set({ evidence: 'changed' }).execute()).rejects.toThrow(/permission denied/)
  })
})
