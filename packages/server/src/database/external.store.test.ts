import { randomBytes } from 'node:crypto'
import { inject, describe, expect, it } from 'vitest'
import { testDatabase } from '@throughline/testkit/database'
import { StartProblem } from '../config/index.ts'
import { appPassword, externalLogins, onConnection, type Login } from './index.ts'

const [cluster] = inject('clusters')
const urlOf = ({ host, port, user, password, database }: Login): string => `postgresql://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
const once = { attempts: 1 }

describe('an own PostgreSQL', () => {
  const t = testDatabase(cluster)
  const withRole = async (options: string, then: (login: Login) => Promise<void>): Promise<void> => {
    const user = `planner_${randomBytes(4).toString('hex')}`
    await onConnection(t.ownerLogin, (client) => client.query(`create role ${user} login password 'its-own' ${options}`))
    try {
      await then({ ...t.ownerLogin, user, password: 'its-own' })
    } finally {
      await onConnection(t.ownerLogin, (client) => client.query(`drop role ${user}`))
    }
  }

  it('is served as a role of its own, with a password that every node derives alike', async () => {
    const { owner, app } = await externalLogins(urlOf(t.ownerLogin), undefined, once)
    expect(app).toEqual({ ...owner, user: 'throughline_app', password: appPassword(t.ownerLogin.password ?? '') })
    expect(await onConnection(app, async (client) => (await client.query('select current_user as me')).rows)).toEqual([{ me: 'throughline_app' }])
  })

  it('may be served as another member of that role', () =>
    withRole('in role throughline_app', async (login) => {
      expect((await externalLogins(urlOf(t.ownerLogin), urlOf(login), once)).app.user).toBe(login.user)
    }))

  it('is not served as a stranger to that role, nor as one who passes by row-level security', async () => {
    await withRole('', (login) => expect(externalLogins(urlOf(t.ownerLogin), urlOf(login), once)).rejects.toThrow(/does not have the rights of throughline_app[^]*grant throughline_app/))
    await withRole('bypassrls in role throughline_app', (login) => expect(externalLogins(urlOf(t.ownerLogin), urlOf(login), once)).rejects.toThrow(/BYPASSRLS, so the organisations would not be kept apart[^]*nobypassrls/))
  })

  it('says what helps where the owner may not see to the role', () =>
    withRole('', async (login) => {
      const refused = externalLogins(urlOf(login), undefined, once)
      await expect(refused).rejects.toBeInstanceOf(StartProblem)
      await expect(refused).rejects.toThrow(/throughline_app could not be prepared[^]*permission denied[^]*createrole[^]*THROUGHLINE_APP_DATABASE_URL/)
    }))
})
