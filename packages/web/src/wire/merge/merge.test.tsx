import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { mergeFields } from './merge-fields.ts'
import { MergeView } from './MergeView.tsx'

describe('a merge of two forms', () => {
  const base = { name: 'Bridge', sponsor: 'Ann', cost: '5', tags: ['a'] }

  it('takes what one of them changed, and asks where both did', () => {
    // Both changed the name; they the sponsor, I the cost.
    const merged = mergeFields(base, { ...base, name: 'Big bridge', cost: '6' }, { ...base, name: 'New bridge', sponsor: 'Ben' })
    expect(merged).toEqual({ fields: { name: 'Big bridge', sponsor: 'Ben', cost: '6', tags: ['a'] }, clashes: ['name'], taken: ['sponsor'] })
  })
  it('asks nothing where both changed alike, in lists as well', () => {
    expect(mergeFields(base, { ...base, tags: ['a', 'b'] }, { ...base, tags: ['a', 'b'] })).toMatchObject({ clashes: [], taken: [], fields: { tags: ['a', 'b'] } })
  })
  it('takes a field for empty that one of them does not have', () => {
    expect(mergeFields<Record<string, string | null>>({}, { a: null }, { b: '1' })).toMatchObject({ clashes: [], taken: ['b'], fields: { b: '1' } })
  })

  const form = fc.record({ a: fc.constantFrom(1, 2, 3), b: fc.constantFrom(1, 2, 3), c: fc.constantFrom(1, 2, 3) })
  it('loses nothing: each field is of who changed it, and a clash is where both did otherwise', () => {
    fc.assert(
      fc.property(form, form, form, (was, mine, theirs) => {
        const { fields, clashes } = mergeFields(was, mine, theirs)
        for (const name of ['a', 'b', 'c'] as const) {
          const [byMe, byThem] = [was[name] !== mine[name], was[name] !== theirs[name]]
          expect(fields[name]).toBe(byMe ? mine[name] : theirs[name])
          expect(clashes.includes(name)).toBe(byMe && byThem && mine[name] !== theirs[name])
        }
      }),
    )
  })
  it('is the same from either side where nothing clashes', () => {
    fc.assert(
      fc.property(form, form, form, (was, mine, theirs) => {
        const one = mergeFields(was, mine, theirs)
        if (one.clashes.length === 0) expect(mergeFields(was, theirs, mine).fields).toEqual(one.fields)
      }),
    )
  })
})

describe('the view of a merge', () => {
  const clash = { field: 'name', label: 'Name', before: 'Bridge', mine: 'Big bridge', theirs: 'New bridge' }
  const html = (mine: boolean) => renderToStaticMarkup(<MergeView question={{ by: 'Olga', clashes: [clash], taken: [{ field: 'sponsor', label: 'Sponsor', before: 'Ann', theirs: 'Ben' }] }} mineIn={new Set(mine ? ['name'] : [])} onMine={() => undefined} />)
  it('shows mine, theirs and what was before, theirs chosen', () => {
    for (const words of ['Olga saved first', '<legend', 'Theirs, by Olga', 'New bridge', 'Big bridge', 'Before:', 'Changed by Olga alone']) expect(html(false)).toContain(words)
    expect(html(false)).toMatch(/<input type="radio"[^>]*checked=""[^>]*\/>.*Theirs.*<input type="radio"(?![^>]*checked)/)
  })
  it('shows mine chosen', () => expect(html(true)).toMatch(/<input type="radio"(?![^>]*checked)[^>]*\/>.*Theirs.*<input type="radio"[^>]*checked=""/))
})
