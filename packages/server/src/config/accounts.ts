import type { SettingName } from './settings.ts'
import { StartProblem } from './start-problem.ts'

/** Where letters go: an SMTP server, and in whose name. */
export type MailConfig = { readonly host: string; readonly port: number; readonly secure: boolean; readonly requireTls: boolean; readonly user?: string; readonly password?: string; readonly from: string }

/** What surrounds accounts, as it is set from outside. */
export type AccountConfig = {
  /** The address under which people reach the server: links in letters begin with it, and passkeys are bound to its host. */
  readonly publicUrl?: string
  readonly mail?: MailConfig
  /** 32 bytes under which secrets of authenticator apps are sealed in the database. */
  readonly secretKey?: Buffer
  /** Where to ask by ranges whether a password was stolen; absent: the list that comes with the server alone. */
  readonly breachedPasswordsUrl?: string
}

type Given = (name: SettingName) => string | undefined

/** The settings around accounts; throws a `StartProblem` that names the variable at fault. */
export function accountConfigOf(given: Given): AccountConfig {
  const publicUrl = webAddressOf('THROUGHLINE_URL', given, true)
  const mail = mailOf(given('THROUGHLINE_SMTP_URL'), given('THROUGHLINE_MAIL_FROM'))
  if (mail && !publicUrl) throw new StartProblem('configuration', { what: 'Letters need THROUGHLINE_URL: the links in them begin with it.', found: 'THROUGHLINE_SMTP_URL without THROUGHLINE_URL', expected: 'the address under which people reach Throughline', helps: 'THROUGHLINE_URL=https://throughline.example.org' })
  return { publicUrl, mail, secretKey: secretKeyOf(given('THROUGHLINE_SECRET_KEY')), breachedPasswordsUrl: webAddressOf('THROUGHLINE_BREACHED_PASSWORDS_URL', given, false) }
}

function webAddressOf(name: SettingName, given: Given, originOnly: boolean): string | undefined {
  const text = given(name)
  if (text === undefined) return undefined
  const url = URL.parse(text)
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash && (!originOnly || url.pathname === '/')) return originOnly ? url.origin : url.href
  throw new StartProblem('configuration', { what: `${name} is not an address of the web.`, found: url ? `${url.protocol}//${url.host}${url.pathname}` : 'text that is not a URL', expected: originOnly ? 'https://host, or http://host:port, without a path' : 'https://host/path', helps: originOnly ? `${name}=https://throughline.example.org` : `${name}=https://api.pwnedpasswords.com/range` })
}

function mailOf(text: string | undefined, from: string | undefined): MailConfig | undefined {
  if (text === undefined) return undefined
  const wrong = (what: string, found: string, expected: string) => new StartProblem('configuration', { what, found, expected, helps: 'THROUGHLINE_SMTP_URL=smtps://user:password@mail.example.org:465 THROUGHLINE_MAIL_FROM="Throughline <throughline@example.org>"' })
  const url = URL.parse(text)
  const tls = url?.searchParams.get('tls')
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || (tls !== null && tls !== 'off')) throw wrong('THROUGHLINE_SMTP_URL is not the address of a mail server.', url ? `${url.protocol}//${url.host}${url.search}` : 'text that is not a URL', 'smtps://user:password@host:465, or smtp://user:password@host:587 where the server offers STARTTLS')
  if (from === undefined || !/^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(from)) throw wrong('THROUGHLINE_MAIL_FROM names no sender.', from ?? 'nothing', 'an address, or Name <address>')
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const named = { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
  return { host, port: Number(url.port) || (secure ? 465 : 587), secure, requireTls: !secure && tls !== 'off' && !/^(localhost|127\.|::1$)/.test(host), from, ...(named.user === '' ? {} : named) }
}

function secretKeyOf(text: string | undefined): Buffer | undefined {
  if (text === undefined) return undefined
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
  if (key.length === 32) return key
  throw new StartProblem('configuration', { what: 'THROUGHLINE_SECRET_KEY is not a key.', found: `${key.length} bytes`, expected: '32 bytes of chance, in hexadecimal or base64', helps: 'openssl rand -base64 32' })
}
