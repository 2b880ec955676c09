type Named = { readonly name: string; readonly code: string }

/** The department that a text means: by its code, which no other has, else by its name; undefined where none is called so. Several can have one name. */
export function departmentMeant<Unit extends Named>(units: readonly Unit[], text: string): Unit | 'several' | undefined {
  const means = (said: string): boolean => said.toLowerCase() === text.toLowerCase()
  const coded = units.find(({ code }) => means(code))
  if (coded) return coded
  const [named, ...others] = units.filter(({ name }) => means(name))
  return others.length > 0 ? 'several' : named
}
