import { peopleRoutes } from '@throughline/contract/people'

/** Founds the organisation and signs its owner in; gives the headers of who is signed in. */
export async function signUp(url: string): Promise<Readonly<Record<string, string>>> {
  const reply = await fetch(url + peopleRoutes.setUp.path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ organisationName: 'Faults', name: 'Olga Owner', email: 'owner@example.org', password: 'correct horse battery', currency: 'EUR' }) })
  if (reply.status !== 201) throw new Error(`The organisation was refused: ${await reply.text()}`)
  const { csrf } = (await reply.json()) as { csrf: string }
  return { cookie: reply.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '), 'x-csrf-token': csrf }
}
