/** One variable of the environment: what it means, and what holds without it. */
export type Setting = { readonly name: string; readonly meaning: string; readonly otherwise: string }

/** Every variable that the server reads; docs/operations.md shows this table, and nothing else is read. */
export const settings = [
  { name: 'HOST', meaning: 'the address to listen on', otherwise: '`127.0.0.1`: this machine alone' },
  { name: 'PORT', meaning: 'the port to listen on; 0 takes any free one', otherwise: '`4280`' },
  { name: 'THROUGHLINE_URL', meaning: 'the address that people reach this installation at, such as `https://pmo.example.org`: links in letters begin with it, passkeys are bound to its host, identity providers send people back to it', otherwise: 'the address of each request; needed for mail' },
  { name: 'THROUGHLINE_TRUST_PROXY', meaning: 'addresses of reverse proxies whose `X-Forwarded-*` are believed, with commas', otherwise: 'none' },
  { name: 'THROUGHLINE_DATA_DIR', meaning: 'folder of the built-in database, on a local disk', otherwise: '`throughline` below `XDG_DATA_HOME` or `~/.local/share`; for root `/var/lib/throughline`' },
  { name: 'XDG_DATA_HOME', meaning: 'where this user’s programs keep what they store', otherwise: '`~/.local/share`' },
  { name: 'DATABASE_URL', meaning: 'an own PostgreSQL 15 to 18, as the owner of the tables, who may create roles', otherwise: 'the built-in database' },
  { name: 'THROUGHLINE_APP_DATABASE_URL', meaning: 'the server’s own login there, a member of `throughline_app`', otherwise: 'derived from the owner’s password' },
  { name: 'THROUGHLINE_PG_BIN', meaning: 'folder with `postgres` and `initdb` for the built-in database', otherwise: 'the npm package, then `/usr/lib/postgresql`' },
  { name: 'THROUGHLINE_PARTS', meaning: 'what this process does: `http` (answers requests), `jobs` (works through the queue; answers the probes alone), or both; one part alone needs `DATABASE_URL`', otherwise: '`http,jobs`' },
  { name: 'THROUGHLINE_SECRET_KEY', meaning: '32 bytes of chance as base64 or hex (`openssl rand -base64 32`) that seal secrets of authenticator apps and identity providers; the same for every process', otherwise: 'with the built-in database a key beside its data; with `DATABASE_URL` none, and no secret of an identity provider is taken' },
  { name: 'THROUGHLINE_SMTP_URL', meaning: 'the mail server: `smtps://user:password@host:465`, or `smtp://…:587` with STARTTLS (`?tls=off` to go without)', otherwise: 'no mail' },
  { name: 'THROUGHLINE_MAIL_FROM', meaning: 'in whose name letters are sent: an address, or `Name <address>`', otherwise: 'needed with the mail server' },
  { name: 'THROUGHLINE_BREACHED_PASSWORDS_URL', meaning: 'where to ask by ranges of hashes whether a password was stolen', otherwise: 'the list that comes with the server alone' },
  { name: 'THROUGHLINE_SIGN_ON_NETWORK', meaning: '`any`: identity providers may be at addresses inside this network and without https; `public`: on the open internet by https alone', otherwise: '`public`' },
  { name: 'THROUGHLINE_WEBHOOK_NETWORK', meaning: '`any`: webhooks may go to addresses inside this network and without https; `public`: to the open internet by https alone', otherwise: '`public`' },
  { name: 'THROUGHLINE_OIDC_ISSUER', meaning: 'an OpenID provider to sign in by, for installations of one organisation', otherwise: 'none; administrators add providers on a page' },
  { name: 'THROUGHLINE_OIDC_CLIENT_ID', meaning: 'this installation’s client id there', otherwise: 'needed with the issuer' },
  { name: 'THROUGHLINE_OIDC_CLIENT_SECRET', meaning: 'its client secret', otherwise: 'none: a public client with PKCE' },
  { name: 'THROUGHLINE_OIDC_NAME', meaning: 'how the sign-in page calls it', otherwise: '`Single sign-on`' },
  { name: 'THROUGHLINE_OIDC_DOMAINS', meaning: 'email domains whose people may be let in for the first time, with commas', otherwise: 'needed with the issuer' },
  { name: 'THROUGHLINE_OIDC_CREATE', meaning: '`yes`: who comes for the first time gets an account; `no`: members alone are let in', otherwise: '`no`' },
  { name: 'THROUGHLINE_OIDC_ROLE', meaning: 'the role of who comes for the first time and is in none of the groups', otherwise: 'none: they are not let in' },
  { name: 'THROUGHLINE_OIDC_GROUPS_CLAIM', meaning: 'the claim with a person’s groups or roles', otherwise: '`groups`' },
  { name: 'THROUGHLINE_OIDC_ROLES', meaning: 'roles by group, such as `pmo=editor,board=viewer`; the first that fits counts, at every sign-in', otherwise: 'none' },
  { name: 'THROUGHLINE_FLUSH', meaning: 'the built-in database answers a write once it is on the disk (`always`), or within a second before that (`soon`)', otherwise: '`always`' },
  { name: 'THROUGHLINE_LEAST_FREE_MB', meaning: 'megabytes free on the disk of the built-in database below which nothing is written any more, and reading goes on', otherwise: '128' },
  { name: 'THROUGHLINE_MOST_REQUESTS', meaning: 'requests at work in this process beyond which more are turned away', otherwise: '256' },
  { name: 'THROUGHLINE_MOST_DELAY_MS', meaning: 'milliseconds that this process may be behind with its own work before requests are turned away', otherwise: '2000' },
  { name: 'THROUGHLINE_KEEP_JOBS_DAYS', meaning: 'days for which ended jobs are kept', otherwise: '90' },
  { name: 'THROUGHLINE_KEEP_ANSWERS_HOURS', meaning: 'hours for which the answer to an act is kept for who sends it again under its `Idempotency-Key`', otherwise: '24' },
  { name: 'THROUGHLINE_KEEP_DELIVERIES_DAYS', meaning: 'days for which the log of what webhooks were sent is kept', otherwise: '30' },
  { name: 'THROUGHLINE_METRICS_TOKEN', meaning: 'who reads `/metrics` sends it as `Authorization: Bearer`; at least 16 characters', otherwise: 'none: there is no `/metrics`' },
  { name: 'THROUGHLINE_LOG', meaning: 'fatal, error, warn, info, debug, trace or silent', otherwise: '`info`' },
  { name: 'THROUGHLINE_COLUMNS_MB', meaning: 'memory for columns of initiatives ([decision 22](decisions/0022-initiatives-in-columns.md)), in megabytes; about 50 for a hundred thousand initiatives, and 4 for each earlier moment of them', otherwise: '`256`' },
  { name: 'THROUGHLINE_ANSWERS_MB', meaning: 'memory for answers that are asked for again, packed as they are sent, in megabytes, and at most as much again for those who may not see amounts; about 20 kB for a window of 200 initiatives, and 0 holds none', otherwise: '`64`' },
] as const satisfies readonly Setting[]

export type SettingName = (typeof settings)[number]['name']
