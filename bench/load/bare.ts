import fastify from 'fastify'
import pg from 'pg'

/** The same framework on the same data and nothing else: no session, no rights, no validation, no compression; PostgreSQL makes the JSON. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
const org = process.env['BARE_ORG'] ?? ''
const app = fastify({ logger: false })
app.get('/healthz', async () => ({ status: 'ok' }))
app.get('/rows', async (_, reply) => {
  const { rows } = await pool.query<{ text: string }>({ name: 'rows', text: `select json_agg(r)::text as text from (select id, version, key, name, kind, state, category, sponsor, start_on, end_on, cost_minor, benefits_minor from initiative where org_id = $1 order by name limit 200) r`, values: [org] })
  return reply.type('application/json').send(rows[0]?.text)
})
const address = await app.listen({ host: '127.0.0.1', port: 0 })
console.log(`ready at ${address}`)
