/** Loads a part of the app that is not on the first page together with the styles that the first page goes without. */
export const styled =
  <Part>(load: () => Promise<Part>): (() => Promise<Part>) =>
  async () => {
    const [part] = await Promise.all([load(), import('../style/pages.css')])
    return part
  }
