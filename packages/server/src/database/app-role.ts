import { createHmac } from 'node:crypto'
import pg from 'pg'
import { messageOf, StartProblem } from '../config/index.ts'
import { onConnection, type Login } from './connect.ts'
import { appRole } from './migration.ts'

/**
 * The password of the server's role, derived from the owner's: every node that knows the owner's password arrives at
 * the same one, and it is stored nowhere.
 */
export const appPassword = (ownerPassword: string): string => createHmac('sha256', ownerPassword).update('throughline_app login').digest('hex')

/** Sees to it that the server's role exists and can log in with the derived password; returns that login. */
export async function ensureAppRole(owner: Login): Promise<Login> {
  const password = owner.password ?? process.env['PGPASSWORD']
  if (!password) throw cannotCreate('DATABASE_URL names no password to derive the password of the role from')
  const login: Login = { ...owner, user: appRole, password: appPassword(password) }
  try {
    await onConnection(owner, async (client) => {
      await client.query('select pg_advisory_lock(7238413)')
      if (!(await roleExists(client))) await client.query(`create role ${appRole} login nosuperuser nobypassrls nocreatedb nocreaterole password '${login.password}'`)
      else if (!(await canLogIn(login))) await client.query(`alter role ${appRole} login password '${login.password}'`)
      await client.query(`grant usage on schema public to ${appRole}`)
    })
  } catch (error) {
    throw cannotCreate(messageOf(error))
  }
  await checkAppRole(login)
  return login
}

/** Refuses a server's role that would pass by row-level security, or that lacks the rights of `throughline_app`. */
export async function checkAppRole(login: Login): Promise<void> {
  const role = await onConnection(login, async (client) => {
    const { rows } = await client.query<{ name: string; passes: boolean; member: boolean }>(
      `select rolname as name, rolsuper or rolbypassrls as passes, coalesce((select pg_has_role(r.oid, g.oid, 'usage') from pg_roles g where g.rolname = $1), false) as member
       from pg_roles r where rolname = current_user`,
      [appRole],
    )
    return rows[0]
  })
  if (role && !role.passes && role.member) return
  throw new StartProblem('configuration', {
    what: `The server cannot work as the database role ${login.user}.`,
    found: role?.passes ? `${login.user} is a superuser or has BYPASSRLS, so the organisations would not be kept apart` : `${login.user} does not have the rights of ${appRole}`,
    expected: `a role without SUPERUSER and BYPASSRLS that is ${appRole} or a member of it`,
    helps: role?.passes ? `alter role "${login.user}" nosuperuser nobypassrls` : `grant ${appRole} to "${login.user}"`,
  })
}

async function roleExists(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
  return rowCount === 1
}

async function canLogIn(login: Login): Promise<boolean> {
  try {
    await onConnection(login, async () => undefined)
    return true
  } catch (error) {
    if (error instanceof pg.DatabaseError) return false
    throw error
  }
}

function cannotCreate(found: string): StartProblem {
  return new StartProblem('configuration', {
    what: `The server's own database role ${appRole} could not be prepared. It keeps organisations apart by row-level security, which the owner would pass by.`,
    found,
    expected: 'an owner with a password and the right to create roles',
    helps: `alter role <owner> createrole; or create it yourself (create role ${appRole} login password '…') and give THROUGHLINE_APP_DATABASE_URL=postgresql://${appRole}:…@host:5432/database`,
  })
}
