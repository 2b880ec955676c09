/** What binds a service of a PMO: a rule that has to be kept, the assurance that others rely on, or nothing but its use to whoever asks for it. */
export const serviceClasses = ['mandated_compliance', 'mandated_assurance', 'non_mandated'] as const
export type ServiceClass = (typeof serviceClasses)[number]

/** A service as it is counted: published where it has an edition, retired where it takes no requests any more, `open` by its requests that are not over. */
export type ServiceFacts = { readonly class: ServiceClass; readonly published: boolean; readonly retired: boolean; readonly open: number }
/** How many services of a class there are; `published` and `drafts` make up all that were not retired. `open` counts requests, those of retired services among them. */
export type ClassTotal = { readonly class: ServiceClass; readonly published: number; readonly drafts: number; readonly open: number }

/** Services by class, in the order of the classes. */
export function classTotals(services: readonly ServiceFacts[]): readonly ClassTotal[] {
  return serviceClasses.map((one) => {
    const own = services.filter((service) => service.class === one)
    const standing = own.filter(({ retired }) => !retired)
    const published = standing.filter((service) => service.published).length
    return { class: one, published, drafts: standing.length - published, open: own.reduce((sum, { open }) => sum + open, 0) }
  })
}
