import { describe, expect, it } from 'vitest'
import { resolved, type Known } from './references.ts'

const known: Known = {
  today: '2026-02-27',
  idOf: (name) => `id of ${name}`,
  replies: { me: { id: 'anna' }, ideas: { rows: [{ id: 'i1', title: 'A kiosk', text: { name: 'Kiosk' } }, { id: 'i2', title: 'A queue = none', text: { name: 'Queue' } }, { id: 'i3', title: 'Twice' }, { id: 'i4', title: 'Twice' }] } },
}

describe('what the acts of an example refer to', () => {
  it('is left as it is where nothing is referred to', () => {
    expect(resolved({ a: ['x', 1, null, true, 'x = y'] }, known)).toEqual({ a: ['x', 1, null, true, 'x = y'] })
  })

  it('is a day counted from the day of loading, or a calendar year', () => {
    expect(resolved(['=today', '=today+2', '=today-27', '=year', '=year-1', '=year+3'], known)).toEqual(['2026-02-27', '2026-03-01', '2026-01-31', 2026, 2025, 2029])
  })

  it('is the id of a part that the acts name, or something that an earlier act answered', () => {
    expect(resolved({ one: '=id:build', me: '=me.id', deep: ['=ideas.rows[title=A kiosk].id', '=ideas.rows[-1].id', '=ideas.rows[text.name=Queue].id', '=ideas.rows[title=A queue = none].id'] }, known)).toEqual({ one: 'id of build', me: 'anna', deep: ['i1', 'i4', 'i2', 'i2'] })
  })

  it.each([
    ['=ideas.rows[title=A bench].id', /one entry by .*, of which there are 0/],
    ['=ideas.rows[title=Twice].id', /of which there are 2/],
    ['=ideas.columns[0]', /is there up to \.columns/],
    ['=nobody.id', /is there up to nobody/],
    ['=me[id=anna].id', /looks for an entry in a list/],
  ])('is a fault where %s leads nowhere', (text, fault) => {
    expect(() => resolved(text, known)).toThrow(fault)
  })
})
