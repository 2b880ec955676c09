import { describe, expect, it } from 'vitest'
import { dueNext } from './cadence.ts'
import { draftMessage } from './draft.ts'
import { unhonoured } from './preference.ts'

describe('when something is told next', () => {
  const due = (cadence: Parameters<typeof dueNext>[0]['cadence'], toldOn: string | null, today = '2026-03-10', firstOn = '2026-01-31') => dueNext({ cadence, firstOn, toldOn, today })
  it('is the first day until something was told, however late', () => {
    expect(due('month', null)).toEqual({ dueOn: '2026-01-31', overdueDays: 38 })
    expect(due('month', null, '2026-01-30')).toEqual({ dueOn: '2026-01-31', overdueDays: 0 })
  })
  it('is the first day of the plan after the last message: told late or early, nobody is told twice for it', () => {
    expect(due('month', '2026-01-31')).toEqual({ dueOn: '2026-02-28', overdueDays: 10 })
    expect(due('month', '2026-03-05')).toEqual({ dueOn: '2026-03-31', overdueDays: 0 })
    expect(due('month', '2026-01-15')).toEqual({ dueOn: '2026-02-28', overdueDays: 10 })
    expect([due('week', '2026-01-31'), due('fortnight', '2026-02-14'), due('quarter', '2026-01-31'), due('year', '2026-02-01')].map((one) => one?.dueOn)).toEqual(['2026-02-07', '2026-02-28', '2026-04-30', '2027-01-31'])
  })
  it('is never again where it was to be told once', () => expect(due('once', '2026-02-01')).toBeNull())
})

describe('a message', () => {
  const wanted = { channel: 'mail', detail: 'brief', language: 'de' } as const
  it('honours channel, detail and language', () => {
    expect(unhonoured(wanted, { ...wanted, language: 'DE' })).toBeUndefined()
    expect(unhonoured(wanted, { ...wanted, channel: 'call', detail: 'full' })).toEqual({ preference: 'channel', found: 'call', expected: 'mail' })
    expect(unhonoured(wanted, { ...wanted, language: 'en' })).toEqual({ preference: 'language', found: 'en', expected: 'de' })
  })
  it('is drafted from somebody’s own objectives, as detailed as they want it', () => {
    const facts = { name: 'Ada', about: 'the new forms', objectives: [{ statement: 'Cheaper mail', through: ['Letters'], records: 3 }, { statement: 'Calm nights', through: [], records: 0 }] }
    expect(draftMessage(facts, 'brief')).toContain('\n- Cheaper mail\n\nWhat do you need')
    expect(draftMessage(facts, 'standard')).toContain('- Cheaper mail, through Letters\n- Calm nights\n')
    expect(draftMessage(facts, 'full')).toContain('- Cheaper mail, through Letters (3 recorded on its line)\n- Calm nights (nothing is recorded on its line yet)')
    expect(draftMessage({ ...facts, objectives: [] }, 'full')).not.toContain('work towards')
  })
})
