import { Circle } from 'lucide-react'
import { describe, expect, test } from 'vitest'
import { readQuery, writeQuery } from './address.ts'
import { entryOf, moduleOf, navigation, navItemOf } from './page-entry.ts'
import { keywords } from './keywords.ts'
import type { NavGroup, PageEntry } from './page-entry.ts'
import { pageModules } from './page-modules.ts'
import { allPages } from './rooms.ts'
import { meaningOf } from './shortcuts.ts'
import { initials } from './UserMenu.tsx'

const page = (path: string, nav?: { group: NavGroup; order: number; key?: string }): PageEntry => ({ path, room: 'portfolio', title: path, ...(nav && { nav: { ...nav, icon: Circle } }), page: 'some' })
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

test('every entry names a page that is there, and every page of a room is named', () => {
  const named = allPages.map(moduleOf)
  expect(named.filter((file) => !(file in pageModules))).toEqual([])
  // who is not signed in meets these before there is a list of pages
  const before = ['sign-in', 'first-run', 'invitation', 'reset', 'forgotten', 'second-factor'].map((page) => moduleOf({ room: 'people', page }))
  expect(Object.keys(pageModules).filter((file) => !named.includes(file) && !before.includes(file))).toEqual([])
})

test('words that find a page are those of one in the navigation, and each of these has some', () => {
  expect(Object.keys(keywords).sort()).toEqual(allPages.filter(({ nav }) => nav).map(({ path }) => path).sort())
})

test('an address belongs to the page whose path it is, parameters filled in', () => {
  expect(entryOf(pages, '/portfolio')?.path).toBe('/portfolio')
  expect(entryOf(pages, '/portfolio/42')?.path).toBe('/portfolio/$id')
  expect(entryOf(pages, '/')?.path).toBe('/')
  expect(['/portfolios', '/portfolio/', '/portfolio/42/more'].map((address) => entryOf(pages, address))).toEqual([undefined, undefined, undefined])
})

test('a page marks its own item of the navigation, never one whose path merely begins its own', () => {
  const marked = (address: string) => navItemOf(allPages, entryOf(allPages, address))?.title
  expect(['/portfolio', '/portfolio/changes', '/portfolio/select'].map(marked)).toEqual(['Initiatives', 'What changed', 'Select'])
  expect(['/portfolio/compare', '/portfolio/scenarios/42', '/demand/initiatives/42', '/demand/import/42', '/governance/decisions/42'].map(marked)).toEqual(['Scenarios', 'Scenarios', 'Initiatives', 'Import', 'Decisions'])
  expect(marked('/nowhere')).toBeUndefined()
})

test('every page stands in the navigation, or under one that does', () => {
  expect(allPages.filter((each) => !navItemOf(allPages, each)?.nav || (each.nav && each.under)).map(({ path }) => path)).toEqual([])
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
