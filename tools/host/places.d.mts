/** The root folder of the repository; every tool works from here, wherever it was called. */
export const root: string
