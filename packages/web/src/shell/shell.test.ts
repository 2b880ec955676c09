import { Circle } from 'lucide-react'
import { describe, expect, test } from 'vitest'
import { readQuery, writeQuery } from './address.ts'
import { entryOf, navigation } from './page-entry.ts'
import type { NavGroup, PageEntry } from './page-entry.ts'
import { allPages } from './rooms.ts'
import { meaningOf } from './shortcuts.ts'
import { initials } from './UserMenu.tsx'

const page = (path: string, nav?: { group: NavGroup; order: number; key?: string }): PageEntry => ({ path, room: 'portfolio', title: path, ...(nav && { nav: { ...nav, icon: Circle } }), load: async () => ({ default: () => null }) })
const pages = [page('/portfolio', { group: 'Portfolio', order: 2, key: 'p' }), page('/', { group: 'Run', order: 1, key: 'c' }), page('/select', { group: 'Portfolio', order: 1 }), page('/portfolio/$id')]
const key = (name: string, ctrl = false) => ({ key: name, ctrl, alt: false })

describe('keys of the app', () => {
  test('g then a letter goes to the page', () => {
    expect(meaningOf(key('g'), false, false, pages)).toEqual({ act: 'wait' })
    expect(meaningOf(key('p'), true, false, pages)).toEqual({ act: 'go', path: '/portfolio' })
    expect(meaningOf(key('x'), true, false, pages)).toEqual({ act: 'nothing' })
  })
  test('letters mean nothing while typing, Ctrl K does', () => {
    expect(meaningOf(key('?'), false, true, pages)).toEqual({ act: 'nothing' })
    expect(meaningOf(key('k', true), false, true, pages)).toEqual({ act: 'palette' })
  })
})

test('the navigation stands by group and order, pages without a place are left out', () => {
  expect(navigation(pages).map(({ group, pages: list }) => [group, list.map((each) => each.path)])).toEqual([['Run', ['/']], ['Portfolio', ['/select', '/portfolio']]])
})

test('an address belongs to the longest page path that begins it', () => {
  expect(entryOf(pages, '/portfolio/42')?.path).toBe('/portfolio')
  expect(entryOf(pages, '/')?.path).toBe('/')
  expect(entryOf(pages, '/portfolios')).toBeUndefined()
})

test('the rooms agree: no path twice, no letter twice', () => {
  const paths = allPages.map((each) => each.path)
  const keys = allPages.flatMap((each) => each.nav?.key ?? [])
  expect(new Set(paths).size).toBe(paths.length)
  expect(new Set(keys).size).toBe(keys.length)
})

test('a query keeps ids of digits as text and leaves out what is empty', () => {
  expect(readQuery('?id=007&view=a')).toEqual({ id: '007', view: 'a' })
  expect(writeQuery({ id: '007', none: undefined, empty: '' })).toBe('?id=007')
})

test('initials are of the first and the last name', () => expect([initials('Anna Maria Lindqvist'), initials('Cher'), initials('')]).toEqual(['AL', 'C', '']))
