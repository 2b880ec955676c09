import { ok, type Result } from '@throughline/engine/kernel'

/** What an act is answered with: what is read once it was done, or why it was refused. */
export async function afterAct<V, T, R>(outcome: Promise<Result<V, R>>, read: (value: V) => Promise<T>): Promise<Result<T, R>> {
  const done = await outcome
  return done.ok ? ok(await read(done.value)) : done
}
