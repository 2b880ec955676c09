import { describe, expect, it } from 'vitest'
import { readConfig, settings, StartProblem } from './index.ts'

const openId = { THROUGHLINE_OIDC_ISSUER: 'https://login.example.org', THROUGHLINE_OIDC_CLIENT_ID: 'throughline', THROUGHLINE_OIDC_CLIENT_SECRET: 'hidden', THROUGHLINE_OIDC_DOMAINS: 'example.org, example.com' }

describe('readConfig', () => {
  it('reads every variable of its table, and no other', () => {
    const read = new Set<string>()
    const environment: Record<string, string> = { ...openId }
    readConfig(new Proxy(environment, { get: (all, name) => (read.add(String(name)), all[String(name)]) }))
    expect([...read].toSorted()).toEqual(settings.map(({ name }) => name).toSorted())
  })

  it('reads an OpenID provider with its groups', () => {
    expect(readConfig({ ...openId, THROUGHLINE_OIDC_ROLES: 'cn=pmo=editor, board=viewer', THROUGHLINE_OIDC_CREATE: 'yes' }).openId).toEqual({ name: 'Single sign-on', issuer: 'https://login.example.org', clientId: 'throughline', clientSecret: 'hidden', domains: ['example.org', 'example.com'], createsAccounts: true, vouchesForAddresses: false, defaultRole: null, groupsClaim: 'groups', roles: [{ group: 'cn=pmo', role: 'editor' }, { group: 'board', role: 'viewer' }] })
    expect(readConfig({}).openId).toBeUndefined()
  })

  it('listens on this machine alone unless told otherwise', () => {
    expect(readConfig({ THROUGHLINE_DATA_DIR: '/srv/throughline' })).toMatchObject({ host: '127.0.0.1', port: 4280, dataFolder: '/srv/throughline', databaseUrl: undefined, trustedProxies: [], logLevel: 'info' })
    expect(readConfig({ HOST: '0.0.0.0', PORT: '0', THROUGHLINE_TRUST_PROXY: '10.0.0.1, 10.1.0.0/16', THROUGHLINE_LOG: 'debug' })).toMatchObject({ host: '0.0.0.0', port: 0, trustedProxies: ['10.0.0.1', '10.1.0.0/16'], logLevel: 'debug' })
  })

  it('takes an empty variable for none', () => {
    expect(readConfig({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ port: 4280, databaseUrl: undefined })
  })

  it('does all of the work in one process unless told otherwise', () => {
    expect(readConfig({}).parts).toEqual(['http', 'jobs'])
    expect(readConfig({ THROUGHLINE_PARTS: 'jobs', DATABASE_URL: 'postgresql://me:hidden@host/db' }).parts).toEqual(['jobs'])
  })

  it('writes to the disk before it answers, keeps room there, and turns away what is too much', () => {
    expect(readConfig({})).toMatchObject({ flush: 'always', leastFreeBytes: 134_217_728, mostRequests: 256, mostDelayMs: 2_000, keepJobsDays: 90 })
    expect(readConfig({ THROUGHLINE_FLUSH: 'soon', THROUGHLINE_LEAST_FREE_MB: '0', THROUGHLINE_MOST_REQUESTS: '8' })).toMatchObject({ flush: 'soon', leastFreeBytes: 0, mostRequests: 8 })
  })

  it.each([
    [{ PORT: '70000' }, /PORT[^]*found: +70000[^]*65535/],
    [{ PORT: '80a' }, /PORT/],
    [{ DATABASE_URL: 'mysql://me:hidden@host/db' }, /DATABASE_URL[^]*found: +mysql:\/\/host\/db[^]*postgresql:/],
    [{ DATABASE_URL: 'postgresql://me:hidden@host' }, /DATABASE_URL/],
    [{ DATABASE_URL: 'not an address' }, /DATABASE_URL[^]*not a URL/],
    [{ THROUGHLINE_PARTS: 'http' }, /THROUGHLINE_PARTS[^]*built-in database belongs to one process/],
    [{ THROUGHLINE_PARTS: 'jobs,cron', DATABASE_URL: 'postgresql://me:hidden@host/db' }, /THROUGHLINE_PARTS[^]*jobs,cron/],
    [{ THROUGHLINE_METRICS_TOKEN: 'hidden' }, /THROUGHLINE_METRICS_TOKEN[^]*16 characters/],
    [{ THROUGHLINE_SIGN_ON_NETWORK: 'all' }, /THROUGHLINE_SIGN_ON_NETWORK[^]*public or any/],
    [{ THROUGHLINE_OIDC_ISSUER: 'http://login.example.org' }, /THROUGHLINE_OIDC_ISSUER[^]*https/],
    [{ THROUGHLINE_OIDC_ISSUER: 'https://login.example.org' }, /THROUGHLINE_OIDC_CLIENT_ID is missing/],
    [{ ...openId, THROUGHLINE_OIDC_DOMAINS: '@example.org' }, /THROUGHLINE_OIDC_DOMAINS[^]*@example.org/],
    [{ ...openId, THROUGHLINE_OIDC_ROLE: 'king' }, /THROUGHLINE_OIDC_ROLE[^]*king[^]*viewer/],
    [{ ...openId, THROUGHLINE_OIDC_ROLES: 'pmo' }, /THROUGHLINE_OIDC_ROLES[^]*group=role/],
    [{ ...openId, THROUGHLINE_OIDC_CREATE: 'perhaps' }, /THROUGHLINE_OIDC_CREATE[^]*yes or no/],
    [{ THROUGHLINE_FLUSH: 'never' }, /THROUGHLINE_FLUSH[^]*never[^]*always[^]*soon/],
    [{ THROUGHLINE_MOST_REQUESTS: '0' }, /THROUGHLINE_MOST_REQUESTS[^]*found: +0[^]*helps: +THROUGHLINE_MOST_REQUESTS=256/],
    [{ THROUGHLINE_LEAST_FREE_MB: '-5' }, /THROUGHLINE_LEAST_FREE_MB[^]*-5/],
    [{ THROUGHLINE_LOG: 'loud' }, /THROUGHLINE_LOG[^]*loud[^]*warn/],
  ])('refuses %j and names the variable, but no password', (environment, message) => {
    const read = () => readConfig(environment)
    expect(read).toThrow(StartProblem)
    expect(read).toThrow(message)
    expect(read).not.toThrow(/hidden/)
  })
})
