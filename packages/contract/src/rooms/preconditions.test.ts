import { describe, expect, it } from 'vitest'
import type { Route } from '../wire/index.ts'
import { rooms } from './index.ts'
import { changesWhatIsThere, namesVersion, withoutVersion } from './preconditions.ts'

const all: readonly Route[] = rooms.flatMap(({ routes }) => Object.values(routes))
const named = ({ method, path }: Route) => `${method} ${path}`

describe('a route that changes what is there', () => {
  it('names the version that was seen, or says why it need not', () => {
    expect(all.filter((route) => changesWhatIsThere(route) && !namesVersion(route) && !(named(route) in withoutVersion)).map(named)).toEqual([])
  })
  it('is not excused where it names one, or where there is none', () => {
    const known = new Map(all.map((route) => [named(route), route]))
    expect(Object.keys(withoutVersion).filter((name) => !known.has(name))).toEqual([])
    expect([...known].filter(([name, route]) => name in withoutVersion && namesVersion(route)).map(([name]) => name)).toEqual([])
  })
})
