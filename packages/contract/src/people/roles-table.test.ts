import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rolesTable } from './roles-table.ts'

describe('the guide to roles', () => {
  it('prints the table that the server decides by', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../../../docs/guide/roles.md'), 'utf8')
    expect(guide).toContain(rolesTable())
  })
})
